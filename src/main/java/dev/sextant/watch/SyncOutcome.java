package dev.sextant.watch;

/**
 * How a wait for the changes made so far ended.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param kind what the answer is worth
 * @param clock the clock of the last set of changes that was handed on before the wait ended; 0
 *     when there was none
 */
public record SyncOutcome(Kind kind, long clock) {
  /** What the answer is worth. */
  public enum Kind {
    /** The event for a file of our own was seen, so every event before it was. */
    SEEN,
    /** The tree was looked at after the wait began. */
    SCANNED,
    /** The time was up before either: changes may be unseen. */
    TIMED_OUT,
    /** The watch is closed, or its root is gone. */
    OFF
  }
}
