package dev.sextant.index.classpath;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Maven project file as it is written: nothing inherited, nothing interpolated; what is absent is
 * empty.
 *
 * @param path of the file below the workspace, empty for one of a repository
 * @param managed what it says of dependencies that it or its children may have
 */
record Pom(
    String path,
    String group,
    String artifact,
    String version,
    String packaging,
    Optional<Parent> parent,
    Map<String, String> properties,
    List<Dependency> managed,
    List<Dependency> dependencies) {

  /**
   * The project that it inherits from.
   *
   * @param relativePath where to look for it before a repository is asked
   */
  record Parent(String group, String artifact, String version, String relativePath) {}

  /**
   * A dependency.
   *
   * @param exclusions artifacts it must not bring, {@code group:artifact}, either may be a star
   */
  record Dependency(
      String group,
      String artifact,
      String version,
      String type,
      String classifier,
      String scope,
      boolean optional,
      Set<String> exclusions) {

    /** What one version of is enough. */
    String key() {
      return group + ":" + artifact + ":" + (type.isEmpty() ? "jar" : type) + ":" + classifier;
    }

    /** Whether {@code scope} is this one's; without one it is {@code compile}. */
    boolean isOf(String wanted) {
      return (scope.isEmpty() ? "compile" : scope).equals(wanted);
    }
  }

  /** The group, its own or its parent's. */
  String effectiveGroup() {
    return group.isEmpty() ? parent.map(Parent::group).orElse("") : group;
  }

  /** The version, its own or its parent's. */
  String effectiveVersion() {
    return version.isEmpty() ? parent.map(Parent::version).orElse("") : version;
  }
}
