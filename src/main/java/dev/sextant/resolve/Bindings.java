package dev.sextant.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is put in the place of type variables.
 *
 * <p><b>Shape:</b> a short list of pairs; a variable without a type is open.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
@SuppressWarnings("ReferenceEquality") // A type that nothing is replaced in stays the same object.
final class Bindings {
  private int[] variables = new int[4];
  private @Nullable Type[] types = new @Nullable Type[4];
  private int size;

  /** Adds a variable, open as yet. */
  void open(int variable) {
    set(variable, null);
  }

  private void set(int variable, @Nullable Type type) {
    for (int i = 0; i < size; i++) {
      if (variables[i] == variable) {
        types[i] = type;
        return;
      }
    }
    if (size == variables.length) {
      variables = Arrays.copyOf(variables, 2 * size);
      types = Arrays.copyOf(types, 2 * size);
    }
    variables[size] = variable;
    types[size++] = type;
  }

  /** Puts {@code type} in the place of a variable. */
  void bind(int variable, Type type) {
    set(variable, type);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether the variable is one of these. */
  boolean has(int variable) {
    for (int i = 0; i < size; i++) {
      if (variables[i] == variable) {
        return true;
      }
    }
    return false;
  }

  /** The type bound to the variable, null while it is open or when it is none of these. */
  @Nullable Type get(int variable) {
    for (int i = 0; i < size; i++) {
      if (variables[i] == variable) {
        return types[i];
      }
    }
    return null;
  }

  /** Whether a variable that is open occurs in the type. */
  boolean isOpen(Type type) {
    return switch (type) {
      case TypeVariable(int variable) -> has(variable) && get(variable) == null;
      case ClassType named -> {
        boolean open = false;
        for (int i = 0; !open && i < named.argumentCount(); i++) {
          open = isOpen(named.argument(i));
        }
        yield open;
      }
      case ArrayType(Type element) -> isOpen(element);
      case WildcardType wildcard -> isOpen(wildcard.bound());
      case CompoundType compound -> compound.parts().stream().anyMatch(this::isOpen);
      case FunctionType function ->
          isOpen(function.result()) || function.parameters().stream().anyMatch(this::isOpen);
      case OutsideType _, Basic _ -> false;
    };
  }

  /** The type with every bound variable replaced; itself when there is none in it. */
  Type apply(Type type) {
    if (size == 0) {
      return type;
    }
    return switch (type) {
      case TypeVariable(int variable) -> {
        Type bound = get(variable);
        yield bound == null ? type : bound;
      }
      case ClassType named -> apply(named);
      case ArrayType(Type element) -> {
        Type applied = apply(element);
        yield applied == element ? type : new ArrayType(applied);
      }
      case WildcardType(Type bound, boolean lower) -> {
        Type applied = apply(bound);
        yield applied == bound
            ? type
            : applied instanceof WildcardType ? applied : new WildcardType(applied, lower);
      }
      case CompoundType(boolean union, var parts) ->
          new CompoundType(union, parts.stream().map(this::apply).toList());
      case FunctionType(var parameters, Type result) ->
          new FunctionType(parameters.stream().map(this::apply).toList(), apply(result));
      case OutsideType _, Basic _ -> type;
    };
  }

  /** The type with every bound variable replaced, and every open one by what bounds it. */
  Type applyClosing(Type type, Signatures signatures) {
    if (!isOpen(type)) {
      return apply(type);
    }
    var closed = new Bindings();
    for (int i = 0; i < size; i++) {
      Type bound = types[i];
      closed.bind(variables[i], bound == null ? Basic.UNKNOWN : bound);
    }
    // A bound that mentions its own variable would never close.
    for (int i = 0; i < size; i++) {
      if (types[i] == null) {
        closed.bind(variables[i], closed.apply(signatures.bound(variables[i])));
      }
    }
    return closed.apply(type);
  }

  ClassType apply(ClassType type) {
    Type[] changed = null;
    for (int i = 0; i < type.argumentCount(); i++) {
      Type argument = type.argument(i);
      Type applied = apply(argument);
      if (applied != argument && changed == null) {
        changed = new Type[type.argumentCount()];
        for (int before = 0; before < i; before++) {
          changed[before] = type.argument(before);
        }
      }
      if (changed != null) {
        changed[i] = applied;
      }
    }
    return changed == null ? type : ClassType.of(type.declaration(), changed);
  }
}
