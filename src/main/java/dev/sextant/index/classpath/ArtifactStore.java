package dev.sextant.index.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The artifacts that build tools have fetched before: Maven's local repository and Gradle's cache.
 *
 * <p><b>Threads:</b> immutable; blocks on the disk.
 */
final class ArtifactStore {
  /** Gradle keeps a folder for each content a file ever had; of many, these are looked into. */
  private static final int MOST_CONTENTS = 50;

  private final Path mavenRepository;
  private final Path gradleCache;

  ArtifactStore(Path mavenRepository, Path gradleCache) {
    this.mavenRepository = mavenRepository;
    this.gradleCache = gradleCache;
  }

  /** The stores of a user, as the folders of the settings and Maven's settings in them say. */
  static ArtifactStore of(ClassPathSettings settings, List<String> problems) {
    Path maven = settings.mavenFolder();
    Path repository = maven.resolve("repository");
    Path file = maven.resolve("settings.xml");
    if (Files.isRegularFile(file)) {
      try {
        String named = XmlElement.read(BoundedFile.read(file)).textOf("localRepository");
        Path home = maven.toAbsolutePath().getParent();
        if (!named.isEmpty()) {
          repository = Path.of(named.replace("${user.home}", String.valueOf(home)));
        }
      } catch (IOException | InvalidPathException e) {
        problems.add("cannot read " + file + ": " + e.getMessage());
      }
    }
    Path cache = settings.gradleFolder().resolve("caches/modules-2/files-2.1");
    return new ArtifactStore(repository, cache);
  }

  /**
   * A file of an artifact.
   *
   * @param classifier what tells it from the artifact's main file, empty for that
   * @param extension without a dot
   */
  Optional<Path> find(Coordinates artifact, String classifier, String extension) {
    if (!classifier.isEmpty() && !Coordinates.isPart(classifier)) {
      return Optional.empty();
    }
    String name =
        artifact.artifact()
            + "-"
            + artifact.version()
            + (classifier.isEmpty() ? "" : "-" + classifier)
            + "."
            + extension;
    Path inMaven =
        mavenRepository
            .resolve(artifact.group().replace('.', '/'))
            .resolve(artifact.artifact())
            .resolve(artifact.version())
            .resolve(name);
    return Files.isRegularFile(inMaven) ? Optional.of(inMaven) : inGradle(artifact, name);
  }

  private Optional<Path> inGradle(Coordinates artifact, String name) {
    Path folder =
        gradleCache
            .resolve(artifact.group())
            .resolve(artifact.artifact())
            .resolve(artifact.version());
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var contents = Files.list(folder)) {
      return contents
          .limit(MOST_CONTENTS)
          .sorted()
          .map(content -> content.resolve(name))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
