package dev.sextant.resolve;

/**
 * A type argument left open; stands as an argument only.
 *
 * @param bound what it is bounded by, unknown for no bound
 * @param lower whether the bound is a lower one, {@code ? super}
 */
record WildcardType(Type bound, boolean lower) implements Type {}
