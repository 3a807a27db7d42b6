package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FileFacts;

/** From the strings of one file to the ids they have among all names. */
final class NameIds {
  private NameIds() {}

  static int[] of(FileFacts facts, StringInterner names) {
    int[] ids = new int[facts.stringCount()];
    for (int string = 0; string < ids.length; string++) {
      ids[string] =
          names.intern(
              facts.stringBytes(), facts.stringStart(string), facts.stringStart(string + 1));
    }
    return ids;
  }
}
