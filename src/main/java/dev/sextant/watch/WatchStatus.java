package dev.sextant.watch;

/**
 * How a tree is watched and why so.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param mode how changes are noticed
 * @param reason why it is not by events, as a sentence without a period; empty when it is
 * @param folders how many folders are watched by events
 */
public record WatchStatus(WatchMode mode, String reason, int folders) {
  /** Whether both have the same mode for the same reason. */
  boolean saysTheSameAs(WatchStatus other) {
    return mode == other.mode && reason.equals(other.reason);
  }
}
