package dev.sextant.resolve;

/** What a call passes, as far as it helps to choose among overloads. */
sealed interface Argument {
  /** A value of a type. */
  record Given(Type type) implements Argument {}

  /**
   * A function written in place.
   *
   * @param arity how many parameters it has
   * @param givesValue whether it can stand where a value is asked for
   * @param givesNothing whether it can stand where none is
   * @param result the type of what it gives as far as it is known without a target
   */
  record Lambda(int arity, boolean givesValue, boolean givesNothing, Type result)
      implements Argument {}

  /**
   * A reference to a callable.
   *
   * @param arities the numbers of parameters it can be given, bit n for n
   * @param result the type of its result if that is the same whatever it is given
   */
  record Reference(long arities, Type result) implements Argument {}

  /** Whether nothing at all is known of a value. */
  default boolean isNothing() {
    return this instanceof Given(Type type) && type == Basic.UNKNOWN;
  }

  /** Whether nothing is known of the type of a value but its name. */
  default boolean isUnknown() {
    return this instanceof Given(Type type) && (type == Basic.UNKNOWN || type.isOutside());
  }
}
