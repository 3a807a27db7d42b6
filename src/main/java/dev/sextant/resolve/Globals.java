package dev.sextant.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types that a structural language has without anybody declaring them, and what its own syntax
 * makes of them: arrays, promises, texts and numbers.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Globals {
  private static final String PACKAGE = "(script)";

  private static final List<String> COMMON =
      List.of("Object", "Function", "Array", "String", "Number", "Map", "Set", "Promise", "RegExp");

  private final World world;

  Globals(World world) {
    this.world = world;
  }

  /** The global type of that name, not at hand when there is none. */
  Type named(String name) {
    Type found = world.named(PACKAGE, name);
    return found == Basic.UNKNOWN ? Basic.OUTSIDE : found;
  }

  /** The type that a word of the language names. */
  Type word(String name) {
    return switch (name) {
      case "string" -> named("String");
      case "number" -> named("Number");
      case "bigint" -> named("BigInt");
      case "symbol" -> named("Symbol");
      case "object" -> named("Object");
      case "boolean" -> Basic.BOOLEAN;
      case "void" -> Basic.VOID;
      case "null", "undefined", "never" -> Basic.NULL;
      // What is declared to be anything is known to lead nowhere.
      case "any", "unknown" -> Basic.OUTSIDE;
      default -> named(name);
    };
  }

  /** Whether values that everybody has, such as texts and arrays, have a member of that name. */
  boolean isCommon(int name) {
    for (String type : COMMON) {
      if (named(type) instanceof ClassType found
          && world.members.nearest(
                  found, name, Wanted.ANY, world.declarations.fileOf(found.declaration()))
              != null) {
        return true;
      }
    }
    return false;
  }

  /** An array of elements. */
  Type array(Type element) {
    return generic("Array", element);
  }

  /** An array with a type for each place. */
  Type tuple(List<Type> elements) {
    return named("Tuple") instanceof ClassType tuple
        ? ClassType.of(tuple.declaration(), elements.toArray(Type[]::new))
        : Basic.UNKNOWN;
  }

  /** What an asynchronous function gives for {@code value}. */
  Type promise(Type value) {
    return generic("Promise", awaited(value));
  }

  private Type generic(String name, Type argument) {
    return named(name) instanceof ClassType found
        ? ClassType.of(found.declaration(), new Type[] {argument})
        : Basic.UNKNOWN;
  }

  /** What awaiting a value gives. */
  Type awaited(Type type) {
    return switch (world.aliases.expand(type)) {
      case ClassType named -> {
        ClassType promise = asGlobal(named, "PromiseLike");
        yield promise == null ? named : promise.argument(0);
      }
      case CompoundType(boolean union, var parts) when union ->
          union(parts.stream().map(this::awaited).toList());
      case Type other -> other;
    };
  }

  private @Nullable ClassType asGlobal(Type type, String name) {
    return named(name) instanceof ClassType wanted
        ? world.hierarchy.asSuper(type, wanted.declaration())
        : null;
  }

  /**
   * What is at an index or key of a value, {@code place} being the one that is written or empty.
   */
  Type element(Type of, String place) {
    return switch (world.applicability.upper(of)) {
      case ArrayType(Type element) -> element;
      case ClassType named -> {
        if (isTuple(named)) {
          yield tupleElement(named, place);
        }
        ClassType array = asGlobal(named, "ReadonlyArray");
        yield array != null ? array.argument(0) : keyed(named, place);
      }
      case CompoundType(boolean _, var parts) -> {
        List<Type> elements = new ArrayList<>();
        for (Type part : parts) {
          Type element = part == Basic.NULL ? Basic.NULL : element(part, place);
          if (element != Basic.UNKNOWN && element != Basic.NULL) {
            elements.add(element);
          }
        }
        yield union(elements);
      }
      case Basic basic -> basic == Basic.OUTSIDE ? basic : Basic.UNKNOWN;
      case OutsideType _ -> Basic.OUTSIDE;
      case TypeVariable _, WildcardType _, FunctionType _ -> Basic.UNKNOWN;
    };
  }

  private Type keyed(ClassType type, String place) {
    int file = world.declarations.fileOf(type.declaration());
    Members.Member found =
        world.members.nearest(type, world.declarations.intern(place), Wanted.ANY, file);
    if (found == null || place.isEmpty()) {
      found = world.members.nearest(type, world.declarations.intern("[]"), Wanted.ANY, file);
    }
    return found == null
        ? Basic.UNKNOWN
        : world.hierarchy.bindings(found.view()).apply(world.values.of(found.declaration()));
  }

  private boolean isTuple(ClassType type) {
    return named("Tuple") instanceof ClassType tuple && tuple.declaration() == type.declaration();
  }

  private Type tupleElement(ClassType tuple, String place) {
    if (place.isEmpty() || !Character.isDigit(place.charAt(0)) || place.length() > 3) {
      List<Type> all = new ArrayList<>();
      for (int i = 0; i < tuple.argumentCount(); i++) {
        all.add(tuple.argument(i));
      }
      return union(all);
    }
    return tuple.argument(Integer.parseInt(place));
  }

  /** What a loop takes from a value. */
  Type iterated(Type of) {
    Type type = world.applicability.upper(of);
    if (type instanceof ClassType named && !isTuple(named)) {
      ClassType seen = asGlobal(named, "Iterable");
      return seen == null ? Basic.UNKNOWN : seen.argument(0);
    }
    if (type instanceof CompoundType(boolean _, var parts)) {
      return union(
          parts.stream()
              .filter(part -> part != Basic.NULL)
              .map(this::iterated)
              .filter(one -> one != Basic.UNKNOWN)
              .toList());
    }
    return element(type, "");
  }

  /** A type of which a value is when it is one of several; absent values count for nothing. */
  Type union(List<Type> types) {
    List<Type> parts = new ArrayList<>();
    for (Type type : types) {
      if (type instanceof CompoundType(boolean union, var inner) && union) {
        inner.stream().filter(one -> !parts.contains(one)).forEach(parts::add);
      } else if (type != Basic.NULL && type != Basic.VOID && !parts.contains(type)) {
        parts.add(type);
      }
    }
    if (parts.size() > 1) {
      parts.remove(Basic.UNKNOWN);
    }
    return switch (parts.size()) {
      case 0 -> types.isEmpty() ? Basic.UNKNOWN : types.getFirst();
      case 1 -> parts.getFirst();
      default -> new CompoundType(true, List.copyOf(parts));
    };
  }
}
