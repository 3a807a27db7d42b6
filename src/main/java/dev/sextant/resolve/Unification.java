package dev.sextant.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what type variables stand for by laying types with variables over types without.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Unification {
  private static final int MAX_DEPTH = 20;

  private final World world;
  private int depth;

  Unification(World world) {
    this.world = world;
  }

  /** Binds the open variables of {@code formal} so that {@code actual} fits it. */
  void argument(Type formal, Type actual, Bindings bindings) {
    if (actual == Basic.UNKNOWN
        || actual.isOutside()
        || actual == Basic.NULL
        || depth == MAX_DEPTH) {
      return;
    }
    depth++;
    switch (formal) {
      case TypeVariable(int variable) -> variable(variable, actual, bindings);
      case ArrayType(Type element) -> {
        if (actual instanceof ArrayType(Type given)
            && !(given instanceof Basic basic && basic.isPrimitive())) {
          argument(element, given, bindings);
        }
      }
      case WildcardType wildcard ->
          argument(
              wildcard.bound(),
              actual instanceof WildcardType given ? given.bound() : actual,
              bindings);
      case ClassType named -> classType(named, actual, bindings);
      case CompoundType compound ->
          compound.parts().forEach(part -> argument(part, actual, bindings));
      case FunctionType function -> {
        if (actual instanceof FunctionType given) {
          argument(function.result(), given.result(), bindings);
        }
      }
      case OutsideType _, Basic _ -> {}
    }
    depth--;
  }

  private void variable(int variable, Type actual, Bindings bindings) {
    if (!bindings.has(variable)) {
      return;
    }
    Type given = world.boxed(actual instanceof WildcardType wildcard ? wildcard.bound() : actual);
    Type known = bindings.get(variable);
    if (given == Basic.UNKNOWN || given.equals(known)) {
      return;
    }
    bindings.bind(variable, known == null ? given : common(known, given));
  }

  private void classType(ClassType formal, Type actual, Bindings bindings) {
    if (formal.argumentCount() == 0) {
      return;
    }
    Type written = world.aliases.expand(formal);
    if (!written.equals(formal)) {
      argument(written, actual, bindings);
      return;
    }
    ClassType seen = world.hierarchy.asSuper(world.boxed(actual), formal.declaration());
    if (seen == null) {
      world.shapes.argument(formal, actual, bindings);
      return;
    }
    for (int i = 0; i < Math.min(formal.argumentCount(), seen.argumentCount()); i++) {
      argument(formal.argument(i), seen.argument(i), bindings);
    }
  }

  /** Binds the open variables of {@code formal} so that it fits {@code wanted}. */
  void result(Type formal, Type wanted, Bindings bindings) {
    switch (wanted) {
      case ClassType named -> {
        if (formal instanceof TypeVariable(int variable)) {
          if (bindings.has(variable) && bindings.get(variable) == null) {
            bindings.bind(variable, wanted);
          }
          return;
        }
        ClassType seen = world.hierarchy.asSuper(formal, named.declaration());
        for (int i = 0; seen != null && i < seen.argumentCount(); i++) {
          ifOpen(seen.argument(i), named.argument(i), bindings);
        }
      }
      case ArrayType(Type element) -> {
        if (formal instanceof ArrayType(Type given)) {
          result(given, element, bindings);
        }
      }
      case TypeVariable _ -> ifOpen(formal, wanted, bindings);
      case WildcardType wildcard -> result(formal, wildcard.bound(), bindings);
      case CompoundType _, FunctionType _, OutsideType _ -> {}
      case Basic basic -> {
        if (basic.isPrimitive()) {
          ifOpen(formal, world.boxed(basic), bindings);
        }
      }
    }
  }

  // The expected type adds to what the arguments say; it does not overrule them.
  private void ifOpen(Type formal, Type wanted, Bindings bindings) {
    if (bindings.isOpen(formal)) {
      argument(formal, wanted, bindings);
    }
  }

  /** A type that both have in common: one of them when it is the other's supertype. */
  Type common(Type one, Type other) {
    if (one.equals(other) || other == Basic.NULL || other == Basic.UNKNOWN) {
      return one;
    }
    if (one == Basic.NULL || one == Basic.UNKNOWN) {
      return other;
    }
    if (one instanceof Basic a && other instanceof Basic b && a.isNumeric() && b.isNumeric()) {
      return a.promoted(b);
    }
    Type own = world.boxed(one);
    Type theirs = world.boxed(other);
    if (own instanceof ClassType named
        && world.hierarchy.asSuper(theirs, named.declaration()) != null) {
      return own;
    }
    if (theirs instanceof ClassType named) {
      ClassType seen = world.hierarchy.asSuper(own, named.declaration());
      return seen != null ? theirs : shared(own, named);
    }
    return own;
  }

  // The nearest supertypes that both have; the first is what members are looked up in.
  private Type shared(Type own, ClassType theirs) {
    if (!(own instanceof ClassType named)) {
      return own;
    }
    List<Type> shared = new ArrayList<>();
    for (ClassType above : world.hierarchy.ancestry(theirs.declaration()).types()) {
      ClassType seen = world.hierarchy.asSuper(named, above.declaration());
      if (seen != null && !isCovered(shared, above.declaration())) {
        shared.add(seen);
      }
    }
    return shared.isEmpty()
        ? own
        : shared.size() == 1 ? shared.getFirst() : new CompoundType(false, List.copyOf(shared));
  }

  private boolean isCovered(List<Type> shared, int declaration) {
    for (Type one : shared) {
      if (one instanceof ClassType named
          && world.hierarchy.inherits(named.declaration(), declaration)) {
        return true;
      }
    }
    return false;
  }

  /** The function that a functional interface stands for, null for every other type. */
  @Nullable FunctionType function(Type type) {
    return switch (type) {
      case FunctionType function -> function;
      case ClassType named -> {
        Type expanded = world.aliases.expand(named);
        yield expanded instanceof ClassType one
            ? world.functionalInterfaces.of(one)
            : function(expanded);
      }
      case CompoundType compound -> {
        for (Type part : compound.parts()) {
          FunctionType found = function(part);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case WildcardType wildcard -> function(wildcard.bound());
      case ArrayType _, TypeVariable _, OutsideType _, Basic _ -> null;
    };
  }
}
