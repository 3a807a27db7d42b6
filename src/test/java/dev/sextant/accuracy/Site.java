package dev.sextant.accuracy;

/**
 * Where a used name stands.
 *
 * @param file path below the root of the tree
 * @param line zero-based
 * @param character zero-based, in UTF-16 units
 */
record Site(String file, int line, int character) {}
