package dev.sextant.resolve;

import java.util.List;

/**
 * Whether an argument fits a parameter of a signature in a structural language, as far as that can
 * be told apart cheaply: by the classes of values, by functions against what is none, by arity.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Acceptance {
  private final World world;

  Acceptance(World world) {
    this.world = world;
  }

  /** Whether the argument may be passed for the parameter. */
  boolean fits(Type parameter, Argument argument, Bindings open) {
    Type wanted = world.applicability.upper(parameter);
    if (wanted == Basic.UNKNOWN || wanted == Basic.OUTSIDE || parameter instanceof TypeVariable) {
      return true;
    }
    return switch (argument) {
      case Argument.Given(Type type) -> accepts(wanted, world.applicability.upper(type));
      case Argument.Lambda lambda -> takesFunction(wanted, lambda.arity());
      case Argument.Reference _ -> true;
    };
  }

  private boolean takesFunction(Type wanted, int arity) {
    if (wanted instanceof CompoundType(boolean _, var parts)) {
      return parts.stream().anyMatch(part -> takesFunction(world.applicability.upper(part), arity));
    }
    if (wanted == Basic.UNKNOWN || wanted == Basic.OUTSIDE || wanted instanceof TypeVariable) {
      return true;
    }
    FunctionType function = world.unification.function(wanted);
    return function != null && arity <= function.parameters().size();
  }

  private boolean accepts(Type wanted, Type given) {
    if (given == Basic.UNKNOWN || given.isOutside() || given == Basic.NULL) {
      return true;
    }
    return switch (wanted) {
      case CompoundType(boolean union, var parts) ->
          union
              ? parts.stream().anyMatch(part -> accepts(world.applicability.upper(part), given))
              : accepts(world.applicability.upper(parts.getFirst()), given);
      case FunctionType _ -> world.unification.function(given) != null;
      case ClassType named -> acceptsClass(named, given);
      case Basic basic -> basic == given || !(isBasic(basic) && given instanceof ClassType);
      case TypeVariable _, ArrayType _, WildcardType _, OutsideType _ -> true;
    };
  }

  private static boolean isBasic(Basic basic) {
    return basic == Basic.BOOLEAN || basic == Basic.VOID;
  }

  private boolean acceptsClass(ClassType wanted, Type given) {
    return switch (given) {
      case ClassType named -> acceptsNamed(wanted, named);
      case CompoundType(boolean union, List<Type> parts) ->
          union
              ? parts.stream().allMatch(part -> accepts(wanted, world.applicability.upper(part)))
              : parts.stream().anyMatch(part -> accepts(wanted, world.applicability.upper(part)));
      case FunctionType _ -> !isPlain(wanted);
      case Basic basic -> basic != Basic.BOOLEAN && basic != Basic.VOID;
      case TypeVariable _, ArrayType _, WildcardType _, OutsideType _ -> true;
    };
  }

  /** Plain values fit their own kind only; of objects only arrays are told from others. */
  private boolean acceptsNamed(ClassType wanted, ClassType given) {
    if (world.hierarchy.asSuper(given, wanted.declaration()) != null) {
      return true;
    }
    boolean workspace = isOfAModule(wanted);
    boolean givenHere = isOfAModule(given);
    if (workspace && givenHere) {
      return hasItsMembers(wanted, given);
    }
    return !isPlain(wanted) && !isPlain(given) && workspace == givenHere;
  }

  // A structural check of names only: what a value lacks it cannot be passed for.
  private boolean hasItsMembers(ClassType wanted, ClassType given) {
    return world.members.lacksNone(wanted, given);
  }

  /** Whether a type is none of those that everybody has without importing them. */
  private boolean isOfAModule(ClassType type) {
    return world.declarations.isModule(world.declarations.fileOf(type.declaration()));
  }

  private boolean isPlain(ClassType type) {
    String name = world.declarations.name(world.declarations.nameOf(type.declaration()));
    return !isOfAModule(type)
        && (name.equals("String")
            || name.equals("Number")
            || name.equals("BigInt")
            || name.equals("Symbol"));
  }
}
