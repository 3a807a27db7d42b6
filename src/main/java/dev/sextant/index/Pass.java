package dev.sextant.index;

import java.util.Locale;

/** The steps of a build, in order; work is cancelled at the boundaries and inside each. */
public enum Pass {
  /** Lists the source files. */
  WALK,
  /** Reads and parses every file and takes its facts. */
  EXTRACT,
  /** Makes the tables of all declared names. */
  DECLARE,
  /** Finds the targets of all references. */
  RESOLVE,
  /** Joins the files into one graph with its indexes. */
  FINISH;

  /** The name used on the wire and in metrics. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
