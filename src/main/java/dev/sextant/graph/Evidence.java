package dev.sextant.graph;

/** Why an occurrence is believed to refer to its target, strongest first. */
public enum Evidence {
  /** The rules of the language leave one target. */
  EXACT(0, "exact"),
  /** The type of the receiver was inferred. */
  TYPED(1, "typed"),
  /** The target is reached by import, or stands in the same package or module. */
  IMPORTED(2, "imported"),
  /** Nothing but the name matched. */
  NAMED(3, "named");

  // Codes are the positions in this array; they are written to columns and must stay as they are.
  private static final Evidence[] BY_CODE = values();

  private final int code;
  private final String wireName;

  Evidence(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /** The name of this evidence in the protocol. */
  public String wireName() {
    return wireName;
  }

  /** Whether this evidence is as strong as {@code floor} or stronger. */
  public boolean atLeast(Evidence floor) {
    return compareTo(floor) <= 0;
  }

  /** The small number that stands for this evidence in the columns of a graph. */
  int code() {
    return code;
  }

  static Evidence ofCode(int code) {
    return BY_CODE[code];
  }
}
