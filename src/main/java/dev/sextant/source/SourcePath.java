package dev.sextant.source;

import java.nio.file.Path;

/**
 * The path of a file or folder relative to the root of its workspace.
 *
 * <p>Segments are divided by {@code /}; none is empty, {@code .} or {@code ..}; there is no slash
 * at either end and no NUL. A backslash is an ordinary character of a name.
 *
 * <p>Order: by code point, which is the order of the UTF-8 bytes.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param value the path as text
 */
public record SourcePath(String value) implements Comparable<SourcePath> {
  /** Refuses, with a message fit for the client, what cannot be a path inside a workspace. */
  public SourcePath {
    if (value.isEmpty()) {
      throw refused(value, "it is empty");
    }
    if (value.charAt(0) == '/') {
      throw refused(value, "it starts with a slash; give it relative to the workspace root");
    }
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '/') {
        checkSegment(value, start, i);
        start = i + 1;
      } else if (value.charAt(i) == 0) {
        throw refused(value, "it holds a NUL character");
      } else if (isLoneSurrogate(value, i)) {
        throw refused(value, "it holds half of a surrogate pair");
      }
    }
  }

  /** The absolute path of this file below {@code root}. */
  public Path under(Path root) {
    return root.resolve(value);
  }

  /** The last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /**
   * What follows the last dot of the name, as written; empty when there is no dot or only one at
   * the start of the name.
   */
  public String extension() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  @Override
  public int compareTo(SourcePath other) {
    return compareByCodePoint(value, other.value);
  }

  /** The path as text. */
  @Override
  public String toString() {
    return value;
  }

  /** Orders two well-formed strings by code point rather than by UTF-16 unit. */
  static int compareByCodePoint(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
        return mixed && a >= Character.MIN_SURROGATE && b >= Character.MIN_SURROGATE
            ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b))
            : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  private static void checkSegment(String value, int start, int end) {
    if (start == end) {
      throw refused(value, "it holds an empty segment; remove the extra slash");
    }
    boolean dots = value.charAt(start) == '.' && end - start <= 2 && value.charAt(end - 1) == '.';
    if (dots) {
      throw refused(value, "it holds a segment '.' or '..'; give the plain path");
    }
  }

  private static boolean isLoneSurrogate(String value, int i) {
    char unit = value.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(unit)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }

  private static IllegalArgumentException refused(String value, String why) {
    return new IllegalArgumentException(
        "source path '" + value.replace('\0', '\u2400') + "' is refused: " + why);
  }
}
