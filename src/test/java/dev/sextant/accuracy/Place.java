package dev.sextant.accuracy;

/**
 * Where a declaration has its name, which is how edges name declarations.
 *
 * @param file path below the root of the tree
 * @param line zero-based
 * @param name the simple name; empty for an anonymous class
 */
record Place(String file, int line, String name) {
  @Override
  public String toString() {
    return "%s (%s:%d)".formatted(name, file, line + 1);
  }
}
