package dev.sextant.workspace;

import java.nio.file.Path;

/**
 * What makes two loads the same workspace.
 *
 * @param root the canonical root folder: absolute, without links
 * @param rootMode how the root was found
 * @param configurationFingerprint stands for every setting that changes what a build of the root
 *     gives; opaque
 */
public record WorkspaceKey(Path root, RootMode rootMode, String configurationFingerprint) {
  /** Refuses a root that cannot be canonical. */
  public WorkspaceKey {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException(
          "workspace root " + root + " is relative; resolve it to its real path first");
    }
  }

  /** The root as text: the name by which clients call the workspace. */
  public String workspaceId() {
    return root.toString();
  }
}
