package dev.sextant.watch;

import java.util.Set;

/** The names of files that say how sources are built and what they are compiled against. */
public final class BuildFiles {
  private static final Set<String> NAMES =
      Set.of(
          "pom.xml",
          "maven.config",
          "extensions.xml",
          "build.gradle",
          "build.gradle.kts",
          "settings.gradle",
          "settings.gradle.kts",
          "gradle.properties",
          "gradle.lockfile",
          "libs.versions.toml",
          "package.json",
          "pnpm-workspace.yaml",
          "deno.json",
          "pyproject.toml",
          "setup.py",
          "setup.cfg",
          "requirements.txt",
          "go.mod",
          "go.work",
          "Cargo.toml");

  private BuildFiles() {}

  /** Whether a file of this name is one of them. */
  public static boolean isOne(String name) {
    return NAMES.contains(name)
        || (name.endsWith(".json") && (name.startsWith("tsconfig") || name.startsWith("jsconfig")));
  }
}
