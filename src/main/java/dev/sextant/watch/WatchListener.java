package dev.sextant.watch;

/**
 * Is told what happens in a watched tree.
 *
 * <p><b>Threads:</b> called on the threads of the {@link TreeWatcher}, one call of a watch after
 * the other, without a lock. It must not block; what it throws is logged and forgotten.
 */
public interface WatchListener {
  /** A first change was seen; {@link Watch#pending()} says which. It is handed on later. */
  default void seen() {}

  /** Changes have settled and are handed on. */
  void settled(ChangeSet changes);

  /** The mode or its reason changed. */
  default void modeChanged(WatchStatus status) {}
}
