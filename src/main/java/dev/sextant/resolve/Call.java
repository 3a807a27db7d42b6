package dev.sextant.resolve;

import org.jspecify.annotations.Nullable;

/**
 * The callable that a call goes to, and what is known of the type variables it leaves to be
 * inferred.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Call {
  private final int callable;
  private final @Nullable FunctionType function;
  private final boolean variadic;
  private final Bindings seen;
  private final Bindings inferred;
  private long argumentsDone;
  private boolean expectationDone;

  /**
   * A call.
   *
   * @param variadic whether arguments past the last parameter go to it one by one
   * @param seen what the type through which a member is seen puts in the place of its parameters
   * @param inferred the variables to be inferred
   */
  Call(int callable, boolean variadic, Bindings seen, Bindings inferred) {
    this.callable = callable;
    function = null;
    this.variadic = variadic;
    this.seen = seen;
    this.inferred = inferred;
  }

  /** A call of a value of type {@code function}. */
  Call(FunctionType function, Bindings inferred) {
    callable = -1;
    this.function = function;
    variadic = false;
    seen = new Bindings();
    this.inferred = inferred;
  }

  /** What is called, -1 for a value. */
  int callable() {
    return callable;
  }

  /** Whether a value is called and not a callable. */
  boolean isOfValue() {
    return function != null;
  }

  /** The type of the value that is called, null for a callable. */
  @Nullable FunctionType function() {
    return function;
  }

  boolean isVariadic() {
    return variadic;
  }

  /** A type of the callable's signature as the view sees it, variables to be inferred left in. */
  Type seen(Type type) {
    return seen.apply(type);
  }

  Bindings inferred() {
    return inferred;
  }

  /** Whether an argument was not taken into account yet. */
  boolean isFresh(int argument) {
    return ((argumentsDone >> Math.min(argument, 63)) & 1) == 0;
  }

  /** Whether the argument was not taken into account yet; it is after this. */
  boolean take(int argument) {
    boolean fresh = isFresh(argument);
    argumentsDone |= 1L << Math.min(argument, 63);
    return fresh;
  }

  /** Whether what is expected of the result was not taken into account yet. */
  boolean isExpectationFresh() {
    return !expectationDone;
  }

  /** What is expected of the result is being taken into account. */
  void expecting() {
    expectationDone = true;
  }

  /** Nothing was known to be expected; that may change. */
  void notExpecting() {
    expectationDone = false;
  }
}
