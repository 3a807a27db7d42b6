package dev.sextant.watch;

/** How changes of a tree are noticed. */
public enum WatchMode {
  /** The operating system reports them. */
  EVENTS,
  /** The tree is looked at again and again. */
  POLLING,
  /** They are not: the watch begins, is closed, or its root is gone. */
  OFF
}
