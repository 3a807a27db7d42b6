package dev.sextant.source;

/** Stand-in. */
public enum SkipReason {
  /** Stand-in. */
  BINARY;

  /** Stand-in. */
  public String wireName() {
    return "binary";
  }
}
