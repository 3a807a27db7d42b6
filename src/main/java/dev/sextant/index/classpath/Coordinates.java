package dev.sextant.index.classpath;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an artifact in a repository.
 *
 * @param group with dots
 * @param artifact the name in the group
 * @param version one version, never a range
 */
record Coordinates(String group, String artifact, String version) {
  // Without separators of paths, and without a first dot, no part can lead out of a repository.
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}");

  /** The coordinates of three parts as written, empty when one is no part of a file's name. */
  static Optional<Coordinates> of(String group, String artifact, String version) {
    String one =
        version.length() > 2 && version.startsWith("[") && version.endsWith("]")
            ? version.substring(1, version.length() - 1)
            : version;
    return isPart(group) && isPart(artifact) && isPart(one)
        ? Optional.of(new Coordinates(group, artifact, one))
        : Optional.empty();
  }

  /** Whether a text can be part of a file's name in a repository. */
  static boolean isPart(String text) {
    return PART.matcher(text).matches();
  }

  /** The artifact whatever its version. */
  String unversioned() {
    return group + ":" + artifact;
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
