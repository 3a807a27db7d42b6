package dev.sextant.source;

/**
 * A place between two characters of a text, as the Language Server Protocol counts it.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param line zero-based line
 * @param character zero-based column in UTF-16 units
 */
public record Position(int line, int character) implements Comparable<Position> {
  /** Refuses negative numbers. */
  public Position {
    if (line < 0 || character < 0) {
      throw new IllegalArgumentException(
          "position " + line + ":" + character + " is negative; lines and characters start at 0");
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(character, other.character);
  }

  /** Line and character as {@code line:character}, zero-based. */
  @Override
  public String toString() {
    return line + ":" + character;
  }
}
