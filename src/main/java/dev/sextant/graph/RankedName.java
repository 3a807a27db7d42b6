package dev.sextant.graph;

import java.util.regex.Pattern;

/**
 * A name together with its rank among homonyms, and the one text that stands for both in a public
 * symbol id.
 *
 * <p>The text is the name alone for rank 0, else the name followed by {@code +} and the rank. A
 * name that itself ends like a rank always gets one, so that no two pairs have the same text.
 *
 * @param rank how many homonyms come before
 */
record RankedName(String name, int rank) {
  private static final Pattern RANKED = Pattern.compile("(?s)(.*)\\+(0|[1-9][0-9]{0,8})");

  String text() {
    return rank == 0 && !RANKED.matcher(name).matches() ? name : name + "+" + rank;
  }

  /** The pair that {@code text} stands for. */
  static RankedName parse(String text) {
    var ranked = RANKED.matcher(text);
    return ranked.matches()
        ? new RankedName(ranked.group(1), Integer.parseInt(ranked.group(2)))
        : new RankedName(text, 0);
  }
}
