package dev.sextant.source;

/**
 * A stretch of text from {@code start} up to and without {@code end}; empty when they are equal.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param start first position inside
 * @param end first position past the stretch
 */
public record Range(Position start, Position end) {
  /** Refuses a range that ends before it starts. */
  public Range {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("range " + start + "-" + end + " ends before it starts");
    }
  }

  /** Whether {@code position} lies inside; the end does not, except in an empty range. */
  public boolean contains(Position position) {
    return start.compareTo(position) <= 0
        && (position.compareTo(end) < 0 || (start.equals(end) && position.equals(start)));
  }

  /** Both ends as {@code line:character-line:character}, zero-based. */
  @Override
  public String toString() {
    return start + "-" + end;
  }
}
