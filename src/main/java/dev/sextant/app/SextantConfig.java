package dev.sextant.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the service, as an operator writes them; an unknown key is refused. */
@ConfigMapping(prefix = "sextant")
interface SextantConfig {
  /**
   * Folders that may be loaded, with everything below; absolute paths. None: every folder that the
   * process can read, which is right for a local tool and wrong for a service others can reach.
   */
  Optional<List<Path>> allowedRoots();

  /** Folders to load at start; absolute paths. Write one key a folder: {@code sextant.load[0]}. */
  Optional<List<Path>> load();

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
   * Most bytes that graphs and builds may take, over all workspaces; K, M or G, 16M or more, or 0
   * for three quarters of the heap that this process may have.
   */
  @WithDefault("0")
  MemorySize memoryLimit();

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

  /**
   * Folder for what outlives the process; an absolute path. Default: {@code sextant} below the
   * user's cache folder ({@code $XDG_CACHE_HOME}, else {@code ~/.cache}).
   */
  Optional<Path> stateFolder();

  /**
   * Most bytes that are kept of the facts of files, so that a file whose content was seen before is
   * not parsed again; K, M or G, 0 to 16G, 0 to keep none. All workspaces share them.
   */
  @WithDefault("1G")
  MemorySize factsCacheSize();

  /**
   * Most bytes that are kept of the graphs of workspaces, so that a restart answers at once; K, M
   * or G, 0 to 1024G, 0 to keep none. Those go first that were not used for longest.
   */
  @WithDefault("4G")
  MemorySize snapshotsSize();

  /**
   * How old the last good graph may be and still answer while rebuilds fail; 0s or more, 0s for no
   * limit.
   */
  @WithDefault("24h")
  Duration staleCap();

  /**
   * Whether to show the service in the user's browser once it is up; {@code serve --open} sets it.
   */
  @WithDefault("false")
  boolean openBrowser();
}
