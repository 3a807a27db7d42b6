package dev.sextant.resolve;

/**
 * A type and everything it inherits from, itself first, in the order in which members are looked
 * up; each with type arguments in terms of the type's own parameters.
 */
final class Ancestry {
  private final ClassType[] types;
  private final boolean whole;

  Ancestry(ClassType[] types, boolean whole) {
    this.types = types;
    this.whole = whole;
  }

  /** The types; shared, not to be changed. */
  ClassType[] types() {
    return types;
  }

  /** Whether all written supertypes were found. */
  boolean isWhole() {
    return whole;
  }

  ClassType self() {
    return types[0];
  }
}
