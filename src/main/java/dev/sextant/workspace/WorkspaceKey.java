package dev.sextant.workspace;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What makes two loads the same workspace.
 *
 * @param root the canonical root folder: absolute, without links
 * @param rootMode how the root was found
 * @param configurationFingerprint stands for every setting that changes what a build of the root
 *     gives; opaque
 * @param scip the SCIP index that builds take what a compiler knows from, absolute and without
 *     links; empty for none
 */
public record WorkspaceKey(
    Path root, RootMode rootMode, String configurationFingerprint, Optional<Path> scip) {
  /** Refuses a root that cannot be canonical. */
  public WorkspaceKey {
    if (!root.isAbsolute()) {
      throw new IllegalArgumentException(
          "workspace root " + root + " is relative; resolve it to its real path first");
    }
  }

  /** A key without an index. */
  public WorkspaceKey(Path root, RootMode rootMode, String configurationFingerprint) {
    this(root, rootMode, configurationFingerprint, Optional.empty());
  }

  /**
   * Whether a workspace with this key is what {@code wanted} asks for, with any index if it names
   * none.
   */
  public boolean serves(WorkspaceKey wanted) {
    return equals(wanted)
        || (wanted.scip.isEmpty()
            && equals(
                new WorkspaceKey(
                    wanted.root, wanted.rootMode, wanted.configurationFingerprint, scip)));
  }

  /** How it is loaded, for people. */
  public String settingsText() {
    return rootMode.wireName() + scip.map(file -> " with " + file).orElse("");
  }

  /** The root as text: the name by which clients call the workspace. */
  public String workspaceId() {
    return root.toString();
  }
}
