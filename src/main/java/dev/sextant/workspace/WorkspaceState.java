package dev.sextant.workspace;

/** Where a workspace is in its life; {@link LoadedWorkspace} draws the arrows between states. */
public enum WorkspaceState {
  /** Known, with no graph. */
  UNLOADED("Unloaded"),
  /** Being built for the first time, or again after it lost its graph. */
  LOADING("Loading"),
  /** Serving the graph of its last build. */
  LOADED("Loaded"),
  /** Serving a graph while the next one is built. */
  REBUILDING("Rebuilding"),
  /** Its graph was dropped to make room; known, and loaded again on request. */
  EVICTED("Evicted"),
  /** Its last build failed; serving the last good graph if there ever was one. */
  FAILED("Failed");

  private final String wireName;

  WorkspaceState(String wireName) {
    this.wireName = wireName;
  }

  /** The name clients see. */
  public String wireName() {
    return wireName;
  }

  /** Whether a build is under way. */
  public boolean isBuilding() {
    return this == LOADING || this == REBUILDING;
  }
}
