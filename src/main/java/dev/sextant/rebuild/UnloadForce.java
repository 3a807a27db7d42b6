package dev.sextant.rebuild;

/** What a request to drop a graph is allowed to override. */
public enum UnloadForce {
  /** A pinned workspace is left alone. */
  RESPECT_PIN,
  /** A pinned workspace is dropped like any other. */
  IGNORE_PIN
}
