package dev.sextant.accuracy;

/**
 * A use that gives no edge.
 *
 * @param kind {@code call}, {@code new} or {@code ref}
 * @param at where it is used
 * @param cause why there is no edge
 * @param what the foreign target, or the name that has none
 */
record Silence(String kind, Site at, Cause cause, String what) {
  /** Why a use gives no edge. */
  enum Cause {
    /** The compiler knows the target, and it is not declared in the tree. */
    OUTSIDE,
    /** The compiler could not attribute the use. */
    UNKNOWN
  }
}
