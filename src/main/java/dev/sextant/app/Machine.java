package dev.sextant.app;

import java.nio.file.Path;

/**
 * What defaults depend on.
 *
 * @param processors processors this process may use
 * @param heapBytes the most heap this process may have
 * @param home the user's home folder
 * @param cacheHome the value of {@code XDG_CACHE_HOME}; empty when not set
 */
record Machine(int processors, long heapBytes, Path home, String cacheHome) {
  /** The machine this process runs on. */
  static Machine here() {
    String cacheHome = System.getenv("XDG_CACHE_HOME");
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory(),
        Path.of(System.getProperty("user.home", "/")),
        cacheHome == null ? "" : cacheHome);
  }

  /** Where the service keeps what outlives it; a relative cache folder counts as none. */
  Path stateFolder() {
    Path cache = Path.of(cacheHome);
    return (cache.isAbsolute() ? cache : home.resolve(".cache")).resolve("sextant");
  }
}
