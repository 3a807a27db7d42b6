package dev.sextant.workspace;

/** How much of a workspace a rebuild looks at. */
public enum RebuildMode {
  /** What the changes ask for. */
  AUTO("auto"),
  /** What has changed since the last build, and what that concerns; never asked for. */
  INCREMENTAL("incremental"),
  /** Everything, whatever has changed. */
  FULL("full");

  private final String wireName;

  RebuildMode(String wireName) {
    this.wireName = wireName;
  }

  /** The name clients use. */
  public String wireName() {
    return wireName;
  }

  /** The mode that satisfies a request for this one and a request for {@code other}. */
  public RebuildMode combinedWith(RebuildMode other) {
    return this == FULL ? FULL : other;
  }
}
