package dev.sextant.resolve;

/**
 * A written type that is declared nowhere in reach, known by its simple name only.
 *
 * @param name the id of the name
 */
record OutsideType(int name) implements Type {}
