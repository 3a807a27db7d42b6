package dev.sextant.resolve;

/**
 * A type as the resolver reckons with it.
 *
 * <p><b>Threads:</b> all types are immutable values.
 */
public sealed interface Type
    permits Basic,
        ClassType,
        TypeVariable,
        ArrayType,
        WildcardType,
        CompoundType,
        FunctionType,
        OutsideType {

  /** Whether the type is declared nowhere in reach. */
  default boolean isOutside() {
    return this == Basic.OUTSIDE || this instanceof OutsideType;
  }
}
