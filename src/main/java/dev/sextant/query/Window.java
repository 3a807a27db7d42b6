package dev.sextant.query;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many items to pass over
 * @param limit how many items to answer at most
 */
public record Window(int offset, int limit) {
  /** Refuses negative numbers. */
  public Window {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "asking for " + limit + " items from " + offset + ": both must be 0 or more");
    }
  }

  /** Whether item number {@code index} is wanted. */
  boolean holds(int index) {
    return index >= offset && index - offset < limit;
  }

  /** The number behind the last wanted item, no more than {@code total}. */
  int end(int total) {
    return (int) Math.min(total, (long) offset + limit);
  }
}
