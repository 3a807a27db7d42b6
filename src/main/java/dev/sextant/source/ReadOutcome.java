package dev.sextant.source;

/**
 * What came of reading one source file: its text, or the reason why it has none.
 *
 * <p><b>Threads:</b> immutable.
 */
public sealed interface ReadOutcome permits ReadOutcome.Read, ReadOutcome.Skipped {
  /**
   * The file has a text.
   *
   * @param text the whole file
   */
  record Read(SourceText text) implements ReadOutcome {}

  /**
   * The file is left out.
   *
   * @param reason the kind of cause
   * @param detail what exactly was met, for people
   */
  record Skipped(SkipReason reason, String detail) implements ReadOutcome {}
}
