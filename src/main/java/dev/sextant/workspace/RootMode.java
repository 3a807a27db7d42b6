package dev.sextant.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** How the root of a workspace follows from the folder that a client names. */
public enum RootMode {
  /**
   * The nearest folder, from the named one upwards, that holds {@code .git}; else the named one.
   */
  GIT_ROOT("gitRoot"),
  /** The named folder, one of several an editor has open. */
  WORKSPACE_FOLDER("workspaceFolder"),
  /** The named folder, the only one an editor has open. */
  WORKSPACE_ROOT("workspaceRoot");

  private final String wireName;

  RootMode(String wireName) {
    this.wireName = wireName;
  }

  /** The mode clients call {@code wireName}; empty when there is none of that name. */
  public static Optional<RootMode> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(mode -> mode.wireName.equals(wireName)).findFirst();
  }

  /** The name clients use, in camel case. */
  public String wireName() {
    return wireName;
  }

  /**
   * The root that this mode gives for {@code folder}, a canonical path.
   *
   * <p>A work tree or submodule has a file named {@code .git} instead of a folder; either counts.
   *
   * <p><b>Cost:</b> for {@link #GIT_ROOT}, one file system call a folder on the way up.
   */
  public Path rootOf(Path folder) {
    if (this != GIT_ROOT) {
      return folder;
    }
    for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve(".git"))) {
        return candidate;
      }
    }
    return folder;
  }
}
