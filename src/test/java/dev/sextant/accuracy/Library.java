package dev.sextant.accuracy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A published library that accuracy is measured on.
 *
 * @param name what reports call it
 * @param group its Maven group, {@code npm} for a package of npm
 * @param artifact its Maven artifact, or the name of the package
 * @param version its pinned version
 */
record Library(String name, String group, String artifact, String version) {
  /** All libraries listed in {@code file}, by name. */
  static List<Library> all(Path file) throws IOException {
    var listed = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      listed.load(reader);
    }
    List<Library> libraries = new ArrayList<>();
    for (String name : listed.stringPropertyNames().stream().sorted().toList()) {
      String[] parts = listed.getProperty(name).strip().split(":");
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            "%s names %s for %s: give group:artifact:version or npm:package:version"
                .formatted(file, listed.getProperty(name), name));
      }
      libraries.add(new Library(name, parts[0], parts[1], parts[2]));
    }
    return libraries;
  }

  /** Whether it is a package of npm, which holds TypeScript. */
  boolean isPackage() {
    return group.equals("npm");
  }

  /** The Maven coordinates; for a package of npm, its name and version behind {@code npm}. */
  String coordinates() {
    return group + ":" + artifact + ":" + version;
  }
}
