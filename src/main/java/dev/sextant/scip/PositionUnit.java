package dev.sextant.scip;

/** What the characters of a document's positions are counted in. */
enum PositionUnit {
  UTF8,
  UTF16,
  UTF32;

  /** The unit with a number of the protocol; who does not say so counts as most tools do. */
  static PositionUnit of(int number) {
    return switch (number) {
      case ScipFields.POSITIONS_IN_UTF8 -> UTF8;
      case ScipFields.POSITIONS_IN_UTF32 -> UTF32;
      default -> UTF16;
    };
  }

  /** How many UTF-16 units of {@code line} the first {@code count} of these are. */
  int utf16Units(CharSequence line, int count) {
    int at = 0;
    int seen = 0;
    while (seen < count && at < line.length()) {
      int character = Character.codePointAt(line, at);
      seen += width(character);
      at += Character.charCount(character);
    }
    return seen == count ? at : -1;
  }

  private int width(int character) {
    return switch (this) {
      case UTF8 -> character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      case UTF16 -> Character.charCount(character);
      case UTF32 -> 1;
    };
  }
}
