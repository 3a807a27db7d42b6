package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;

/**
 * Chooses among the callables of one name by the arguments: first without boxing, then with it,
 * then with any number of arguments; of those that fit, the most specific.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Overloads {
  private final World world;

  Overloads(World world) {
    this.world = world;
  }

  /** Keeps the candidates that take {@code count} arguments, unless none does. */
  void byArity(Candidates candidates, int count) {
    int kept = 0;
    for (int i = 0; i < candidates.size(); i++) {
      int parameters = world.signatures.parameters(candidates.get(i)).length;
      if (parameters == count
          || (count >= parameters - 1 && world.signatures.isVariadic(candidates.get(i)))) {
        candidates.swap(kept++, i);
      }
    }
    if (kept > 0) {
      candidates.keep(kept);
    }
  }

  /**
   * Puts the best candidate first, and keeps it alone when the arguments leave no other choice.
   *
   * @return whether it is certain: not when something unknown was passed
   */
  boolean choose(Candidates candidates, Argument[] arguments) {
    world.applicability.strict(true);
    boolean fixed = fixed(candidates, arguments);
    boolean variadic = !fixed && narrow(candidates, arguments, true, true);
    world.applicability.strict(false);
    boolean known = fixed || variadic;
    if (!known) {
      fixed = fixed(candidates, arguments);
      variadic = !fixed && narrow(candidates, arguments, true, true);
    }
    if (candidates.size() == 1) {
      return fixed || variadic;
    }
    boolean certain = mostSpecific(candidates, arguments, variadic) && (fixed || variadic);
    for (Argument argument : arguments) {
      certain &= known || !argument.isUnknown();
      certain &= !argument.isNothing();
    }
    return certain;
  }

  private boolean fixed(Candidates candidates, Argument[] arguments) {
    return narrow(candidates, arguments, false, false)
        || narrow(candidates, arguments, true, false);
  }

  private boolean narrow(
      Candidates candidates, Argument[] arguments, boolean boxing, boolean variadic) {
    int kept = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (fits(candidates, i, arguments, boxing, variadic)) {
        candidates.swap(kept++, i);
      }
    }
    if (kept > 0) {
      candidates.keep(kept);
    }
    return kept > 0;
  }

  private boolean fits(
      Candidates candidates, int i, Argument[] arguments, boolean boxing, boolean variadic) {
    int callable = candidates.get(i);
    Type[] parameters = world.signatures.parameters(callable);
    if (variadic
        ? !world.signatures.isVariadic(callable) || arguments.length < parameters.length - 1
        : parameters.length != arguments.length) {
      return false;
    }
    Bindings view = view(candidates, i);
    Bindings open = open(callable);
    for (int a = 0; a < arguments.length; a++) {
      Type parameter = view.apply(parameter(parameters, a, variadic));
      if (!world.applicability.fits(parameter, arguments[a], open, boxing)) {
        return false;
      }
    }
    return true;
  }

  private Bindings view(Candidates candidates, int i) {
    ClassType view = candidates.view(i);
    return view == null ? new Bindings() : world.hierarchy.bindings(view);
  }

  private Bindings open(int callable) {
    var open = new Bindings();
    world.signatures.open(callable, open);
    return open;
  }

  /** Whether a callable can be called with that many arguments. */
  boolean takes(int callable, int count) {
    Type[] parameters = world.signatures.parameters(callable);
    return count >= world.signatures.required(callable)
        && (count <= parameters.length || world.signatures.isVariadic(callable));
  }

  /** The same where an array may be a class. */
  static Type parameter(Type[] parameters, int a, boolean variadic, World world) {
    Type found = parameter(parameters, a, variadic);
    int last = parameters.length - 1;
    if (found == Basic.UNKNOWN && variadic && a >= last && last >= 0) {
      return parameters[last] instanceof ClassType array
          ? world.globals.element(array, "")
          : Basic.UNKNOWN;
    }
    return found;
  }

  /** The type of what the parameter takes that argument {@code a} goes to. */
  static Type parameter(Type[] parameters, int a, boolean variadic) {
    if (parameters.length == 0) {
      return Basic.UNKNOWN;
    }
    int last = parameters.length - 1;
    if (a < last || !variadic) {
      return parameters[Math.min(a, last)];
    }
    return parameters[last] instanceof ArrayType(Type element) ? element : Basic.UNKNOWN;
  }

  private boolean mostSpecific(Candidates candidates, Argument[] arguments, boolean variadic) {
    for (int i = 0; i < candidates.size(); i++) {
      boolean best = true;
      for (int j = 0; best && j < candidates.size(); j++) {
        best = i == j || isPreferred(candidates, i, j, arguments, variadic);
      }
      if (best) {
        candidates.swap(0, i);
        candidates.keep(1);
        return true;
      }
    }
    return false;
  }

  private boolean isPreferred(
      Candidates candidates, int one, int other, Argument[] arguments, boolean variadic) {
    if (!isAsSpecific(candidates, one, other, arguments, variadic)) {
      return false;
    }
    if (!isAsSpecific(candidates, other, one, arguments, variadic)) {
      return true;
    }
    // Of two alike the one with a body wins, then the one found first.
    boolean isAbstract =
        Modifiers.has(world.declarations.modifiers(candidates.get(one)), Modifiers.ABSTRACT);
    boolean otherIsAbstract =
        Modifiers.has(world.declarations.modifiers(candidates.get(other)), Modifiers.ABSTRACT);
    return isAbstract == otherIsAbstract ? one < other : otherIsAbstract;
  }

  private boolean isAsSpecific(
      Candidates candidates, int one, int other, Argument[] arguments, boolean variadic) {
    Type[] own = world.signatures.parameters(candidates.get(one));
    Type[] theirs = world.signatures.parameters(candidates.get(other));
    Bindings ownView = view(candidates, one);
    Bindings theirView = view(candidates, other);
    Bindings open = open(candidates.get(other));
    for (int a = 0; a < arguments.length; a++) {
      Type ownParameter = ownView.apply(parameter(own, a, variadic));
      Type theirParameter = theirView.apply(parameter(theirs, a, variadic));
      if (!world.applicability.isAsSpecific(ownParameter, theirParameter, arguments[a], open)) {
        return false;
      }
    }
    return true;
  }
}
