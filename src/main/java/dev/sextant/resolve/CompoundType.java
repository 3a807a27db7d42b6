package dev.sextant.resolve;

import java.util.List;

/**
 * Several types at once, or one of several.
 *
 * @param union whether a value has one of the types; otherwise it has all of them
 */
record CompoundType(boolean union, List<Type> parts) implements Type {}
