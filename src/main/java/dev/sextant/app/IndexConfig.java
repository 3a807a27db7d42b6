package dev.sextant.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What graphs are built from, and with how much effort. */
@ConfigMapping(prefix = "sextant")
interface IndexConfig {
  /** Largest file that is read, in bytes, K, M or G; 1K to 1G. Larger ones are reported. */
  @WithDefault("2M")
  MemorySize maxFileSize();

  /** Longest time the parsing of one file may take; 1ms to 10m. Slower ones are reported. */
  @WithDefault("5s")
  Duration parseBudget();

  /**
   * Whether to look for the jars that a workspace is compiled against: by its build files, in the
   * local repositories of Maven and Gradle. Nothing is fetched, and nothing of the workspace is
   * run.
   */
  @WithDefault("true")
  boolean findLibraries();

  /** Jars to reckon with whatever build files say, for all workspaces; absolute paths. */
  Optional<List<Path>> jars();

  /**
   * Most declaration files that are read of the packages in the folders {@code node_modules} of a
   * workspace; 0 to 100000, 0 to read none. Only packages that scripts import are looked at.
   */
  @WithDefault("5000")
  int maxTypesFiles();

  /** Most bytes of these files together; K, M or G, 0 to 1G. */
  @WithDefault("64M")
  MemorySize maxTypesSize();

  /** Threads that parse and link; 0 to 1024, 0 for one a processor. */
  @WithDefault("0")
  int workerThreads();
}
