package dev.sextant.resolve;

/**
 * Whether arguments fit parameters, and which of two parameters is the more specific.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Applicability {
  private final World world;
  private boolean strict;

  Applicability(World world) {
    this.world = world;
  }

  /** Whether what is not at hand fits only what has the same name. */
  void strict(boolean strict) {
    this.strict = strict;
  }

  /**
   * Whether an argument fits a parameter.
   *
   * @param open the variables that are still to be inferred
   * @param boxing whether a value may be boxed or unboxed for it
   */
  boolean fits(Type parameter, Argument argument, Bindings open, boolean boxing) {
    return switch (argument) {
      case Argument.Given(Type type) -> accepts(parameter, type, open, boxing);
      case Argument.Lambda lambda -> fitsLambda(parameter, lambda, open);
      case Argument.Reference reference -> fitsReference(parameter, reference, open);
    };
  }

  private boolean fitsLambda(Type parameter, Argument.Lambda lambda, Bindings open) {
    if (isUndecided(parameter, open)) {
      return true;
    }
    FunctionType function = world.unification.function(parameter);
    if (function == null || function.parameters().size() != lambda.arity()) {
      return false;
    }
    if (function.result() == Basic.VOID) {
      return lambda.givesNothing();
    }
    return lambda.givesValue()
        && lambda.result() != Basic.VOID
        && (isUndecided(function.result(), open)
            || accepts(function.result(), lambda.result(), open, true));
  }

  private boolean fitsReference(Type parameter, Argument.Reference reference, Bindings open) {
    if (isUndecided(parameter, open)) {
      return true;
    }
    FunctionType function = world.unification.function(parameter);
    if (function == null || ((reference.arities() >> function.parameters().size()) & 1) == 0) {
      return false;
    }
    return function.result() == Basic.VOID
        || isUndecided(function.result(), open)
        || (reference.result() != Basic.VOID
            && accepts(function.result(), reference.result(), open, true));
  }

  private static boolean isUndecided(Type type, Bindings open) {
    return type == Basic.UNKNOWN
        || type.isOutside()
        || (type instanceof TypeVariable(int variable) && open.has(variable));
  }

  /** Whether a value of type {@code given} fits {@code wanted}, as far as is known. */
  boolean accepts(Type wanted, Type given, Bindings open, boolean boxing) {
    if (wanted == Basic.UNKNOWN || given == Basic.UNKNOWN || wanted.equals(given)) {
      return true;
    }
    if (given instanceof Basic basic && basic.isPrimitive()) {
      if (isPrimitive(wanted)) {
        return basic.widensTo((Basic) wanted);
      }
      return boxing && accepts(wanted, world.boxed(basic), open, false);
    }
    return switch (wanted) {
      case Basic basic -> acceptsBasic(basic, given, boxing);
      case TypeVariable(int variable) -> {
        if (open.has(variable)) {
          Type bound = world.signatures.bound(variable);
          yield bound instanceof TypeVariable || accepts(bound, given, open, boxing);
        }
        yield given == Basic.NULL || mayFit(given) || given instanceof WildcardType;
      }
      case WildcardType wildcard -> accepts(wildcard.bound(), given, open, boxing);
      case CompoundType(boolean union, var parts) ->
          union
              ? parts.stream().anyMatch(part -> accepts(part, given, open, boxing))
              : parts.stream().allMatch(part -> accepts(part, given, open, boxing));
      case ArrayType array -> acceptsArray(array, given, open);
      case ClassType named -> acceptsClass(named, given);
      case FunctionType _ -> given == Basic.NULL || mayFit(given) || given instanceof FunctionType;
      case OutsideType _ -> acceptsOutside(given);
    };
  }

  private static boolean isPrimitive(Type type) {
    return type instanceof Basic basic && basic.isPrimitive();
  }

  private boolean acceptsBasic(Basic wanted, Type given, boolean boxing) {
    if (wanted.isPrimitive()) {
      Basic unboxed = boxing ? world.unboxed(upper(given)) : Basic.UNKNOWN;
      return unboxed != Basic.UNKNOWN ? unboxed.widensTo(wanted) : (mayFit(given) && boxing);
    }
    return acceptsOutside(given);
  }

  // A type that is not at hand takes what may inherit from it.
  private boolean acceptsOutside(Type given) {
    return switch (upper(given)) {
      case ClassType named -> !strict && !world.hierarchy.ancestry(named.declaration()).isWhole();
      case ArrayType _ -> false;
      case Basic basic -> !basic.isPrimitive() && (!strict || basic != Basic.OUTSIDE);
      case OutsideType _ -> !strict;
      case TypeVariable _, WildcardType _, CompoundType _, FunctionType _ -> !strict;
    };
  }

  private boolean mayFit(Type given) {
    return !strict && given.isOutside();
  }

  private boolean acceptsArray(ArrayType wanted, Type given, Bindings open) {
    if (!(given instanceof ArrayType(Type element))) {
      return given == Basic.NULL || mayFit(given);
    }
    if (isPrimitive(element) || isPrimitive(wanted.element())) {
      return element.equals(wanted.element()) || wanted.element() == Basic.UNKNOWN;
    }
    return accepts(wanted.element(), element, open, false);
  }

  private boolean acceptsClass(ClassType wanted, Type given) {
    if (given.isOutside()) {
      return !strict;
    }
    if (wanted.equals(world.members.root())) {
      return true;
    }
    return switch (given) {
      case ClassType named ->
          world.hierarchy.inherits(named.declaration(), wanted.declaration())
              || mayInherit(named, wanted);
      case TypeVariable(int variable) -> acceptsClass(wanted, world.members.upper(variable));
      case WildcardType wildcard -> acceptsClass(wanted, upper(wildcard));
      case CompoundType(boolean union, var parts) ->
          union
              ? parts.stream().allMatch(part -> acceptsClass(wanted, part))
              : parts.stream().anyMatch(part -> acceptsClass(wanted, part));
      case ArrayType _ -> isArraySupertype(wanted);
      case FunctionType _ -> world.unification.function(wanted) != null;
      case OutsideType _ -> !strict;
      case Basic basic -> !basic.isPrimitive();
    };
  }

  // What is not at hand may inherit from a library, but hardly from the workspace that uses it.
  private boolean mayInherit(ClassType type, ClassType wanted) {
    return !strict
        && !world.hierarchy.ancestry(type.declaration()).isWhole()
        && !world.declarations.isInWorkspace(wanted.declaration());
  }

  private boolean isArraySupertype(ClassType type) {
    String name = world.declarations.name(world.declarations.nameOf(type.declaration()));
    return name.equals("Cloneable") || name.equals("Serializable");
  }

  /** The type that a value of an open type has for sure. */
  Type upper(Type type) {
    return switch (type) {
      case WildcardType(Type bound, boolean lower) -> lower ? world.members.root() : upper(bound);
      case TypeVariable(int variable) -> upper(world.members.upper(variable));
      case ClassType named -> {
        Type expanded = world.aliases.expand(named);
        yield expanded instanceof ClassType ? expanded : upper(expanded);
      }
      case ArrayType _, CompoundType _, FunctionType _, OutsideType _, Basic _ -> type;
    };
  }

  /** Whether the first of two parameters is as specific as the second, for an argument. */
  boolean isAsSpecific(Type one, Type other, Argument argument, Bindings openInOther) {
    if (one.equals(other)) {
      return true;
    }
    if (argument instanceof Argument.Given) {
      return one != Basic.UNKNOWN
          && other != Basic.UNKNOWN
          && accepts(other, one instanceof TypeVariable ? upper(one) : one, openInOther, false);
    }
    FunctionType own = world.unification.function(one);
    FunctionType theirs = world.unification.function(other);
    if (own == null || theirs == null) {
      return own != null;
    }
    return theirs.result() == Basic.VOID
        || (own.result() != Basic.VOID
            && prefers(argument, own.result(), theirs.result(), openInOther));
  }

  private boolean prefers(Argument argument, Type own, Type theirs, Bindings open) {
    boolean primitive = isPrimitive(own);
    if (primitive != isPrimitive(theirs)) {
      Type result =
          switch (argument) {
            case Argument.Lambda lambda -> lambda.result();
            case Argument.Reference reference -> reference.result();
            case Argument.Given(Type type) -> type;
          };
      return result == Basic.UNKNOWN || primitive == isPrimitive(result);
    }
    return accepts(theirs, own, open, false);
  }
}
