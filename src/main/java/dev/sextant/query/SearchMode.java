package dev.sextant.query;

/** How the text of a search is compared with names. */
public enum SearchMode {
  /** The letters of the text occur in the name in that order, with others between them. */
  FUZZY("fuzzy"),
  /** The name begins with the text. */
  PREFIX("prefix"),
  /** The name is the text. */
  EXACT("exact"),
  /** The text is a regular expression that matches somewhere in the name. */
  REGEX("regex");

  private final String wireName;

  SearchMode(String wireName) {
    this.wireName = wireName;
  }

  /** The name of this mode in the protocol. */
  public String wireName() {
    return wireName;
  }
}
