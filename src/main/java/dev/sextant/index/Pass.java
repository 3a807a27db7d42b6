package dev.sextant.index;

import java.util.Locale;

/** Stand-in. */
public enum Pass {
  /** Stand-in. */
  WALK,
  /** Stand-in. */
  EXTRACT,
  /** Stand-in. */
  DECLARE,
  /** Stand-in. */
  RESOLVE,
  /** Stand-in. */
  FINISH;

  /** Stand-in. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
