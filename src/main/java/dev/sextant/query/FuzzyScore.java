package dev.sextant.query;

import java.util.Arrays;

/**
 * Scores how well the letters of a text, in their order, stand for a name.
 *
 * <p>Letters count whatever their case. A letter earns more at the start of the name or of a word
 * inside it, right behind the letter before, and in the case that was typed; shorter names win
 * among equals, and a name that begins with or is the text beats all others. Only the first {@value
 * #MAX_NAME} units of a name are looked at.
 *
 * <p><b>Threads:</b> confined to one call: it keeps arrays from name to name.
 *
 * <p><b>Cost:</b> text times name, for names that hold the letters at all; the others are passed
 * over in one scan.
 */
final class FuzzyScore {
  static final int MAX_NAME = 256;

  /** Above every score. */
  static final int LIMIT = 1 << 16;

  private static final int IMPOSSIBLE = -LIMIT;
  private static final int LETTER = 16;
  private static final int SAME_CASE = 2;
  private static final int CONSECUTIVE = 12;
  private static final int WORD_START = 14;
  private static final int NAME_START = 20;
  private static final int WHOLE_NAME = 8_000;
  private static final int SAME_NAME = 500;
  private static final int BEGINNING = 4_000;
  private static final int MAX_LENGTH_LOSS = 255;

  private final String text;
  private final String folded;
  private int[] ending =
      new int[MAX_NAME]; // best score of the text so far whose last letter stands here
  private int[] before = new int[MAX_NAME];

  FuzzyScore(String text) {
    this.text = text;
    this.folded = fold(text);
  }

  /** The score of {@code name}, at least 1, or 0 when it does not hold the letters. */
  int of(String name) {
    String head = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    String foldedHead = fold(head);
    if (!holdsLetters(foldedHead)) {
      return 0;
    }
    int score = LIMIT / 4 + best(head, foldedHead) - Math.min(MAX_LENGTH_LOSS, head.length());
    if (foldedHead.startsWith(folded)) {
      score += folded.length() == name.length() ? WHOLE_NAME : BEGINNING;
    }
    score += name.equals(text) ? SAME_NAME : 0;
    return Math.clamp(score, 1, LIMIT - 1);
  }

  private boolean holdsLetters(String foldedHead) {
    int at = 0;
    for (int i = 0; i < folded.length(); i++) {
      at = foldedHead.indexOf(folded.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  private int best(String head, String foldedHead) {
    int result = 0;
    for (int letter = 0; letter < folded.length(); letter++) {
      int[] swap = before;
      before = ending;
      ending = swap;
      Arrays.fill(ending, 0, head.length(), IMPOSSIBLE);
      result = IMPOSSIBLE;
      int reachable = letter == 0 ? 0 : IMPOSSIBLE;
      for (int at = letter; at < head.length(); at++) {
        if (letter > 0 && at > 1) {
          reachable = Math.max(reachable, before[at - 2]);
        }
        if (foldedHead.charAt(at) != folded.charAt(letter)) {
          continue;
        }
        int consecutive = letter > 0 && at > 0 ? before[at - 1] + CONSECUTIVE : IMPOSSIBLE;
        ending[at] = Math.max(reachable, consecutive) + worth(head, at, letter);
        result = Math.max(result, ending[at]);
      }
    }
    return result;
  }

  private int worth(String head, int at, int letter) {
    int worth = LETTER + (head.charAt(at) == text.charAt(letter) ? SAME_CASE : 0);
    if (at == 0) {
      return worth + NAME_START;
    }
    return worth + (startsWord(head.charAt(at - 1), head.charAt(at)) ? WORD_START : 0);
  }

  private static boolean startsWord(char before, char here) {
    if (!Character.isLetterOrDigit(before)) {
      return Character.isLetterOrDigit(here);
    }
    return (Character.isUpperCase(here) && !Character.isUpperCase(before))
        || (Character.isDigit(here) && !Character.isDigit(before));
  }

  /** Lower case unit by unit, so that positions stay what they are. */
  private static String fold(String text) {
    var units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = Character.toLowerCase(units[i]);
    }
    return new String(units);
  }
}
