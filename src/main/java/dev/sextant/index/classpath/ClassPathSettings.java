package dev.sextant.index.classpath;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a {@link ClassPathSearch} looks besides the workspace.
 *
 * @param jars jars that come first, whatever build files say
 * @param mavenFolder the user's Maven folder, usually {@code .m2} in the home folder; its {@code
 *     settings.xml} may name another local repository than its {@code repository}
 * @param gradleFolder the user's Gradle folder, usually {@code .gradle} in the home folder
 */
public record ClassPathSettings(List<Path> jars, Path mavenFolder, Path gradleFolder) {
  /** Keeps its own copy of the list. */
  public ClassPathSettings {
    jars = List.copyOf(jars);
  }

  /** The usual folders below {@code home}, and no jars of its own. */
  public static ClassPathSettings usual(Path home) {
    return new ClassPathSettings(List.of(), home.resolve(".m2"), home.resolve(".gradle"));
  }
}
