package dev.sextant.workspace;

/** How changes of a workspace's files are noticed. */
public enum WatchedBy {
  /** The operating system reports them. */
  EVENTS("events"),
  /** The files are looked at again and again. */
  POLLING("polling"),
  /** They are not. */
  OFF("off");

  private final String wireName;

  WatchedBy(String wireName) {
    this.wireName = wireName;
  }

  /** The name clients see. */
  public String wireName() {
    return wireName;
  }
}
