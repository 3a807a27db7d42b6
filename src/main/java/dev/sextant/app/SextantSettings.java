package dev.sextant.app;

import dev.sextant.index.IndexSettings;
import dev.sextant.index.Libraries;
import dev.sextant.index.cache.FactsCache;
import dev.sextant.index.classpath.ClassPathSettings;
import dev.sextant.index.modules.TypesLimits;
import dev.sextant.rebuild.RebuildSettings;
import dev.sextant.rebuild.RootPolicy;
import dev.sextant.workspace.ServeSettings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration as the parts of the service take it.
 *
 * @param index bounds on the building of graphs
 * @param workerThreads threads that parse and link, at least 1
 * @param memoryLimitBytes most bytes that graphs and builds may take
 * @param rebuild what governs loading and rebuilding
 * @param serve what governs answering
 * @param load folders to load at start
 * @param snapshotBytes how many bytes of graphs are kept, 0 for none
 */
record SextantSettings(
    IndexSettings index,
    int workerThreads,
    long memoryLimitBytes,
    RebuildSettings rebuild,
    ServeSettings serve,
    List<Path> load,
    long snapshotBytes) {
  private static final long MOST_SNAPSHOT_BYTES = 1L << 40;
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(10);

  /**
   * Checks and converts {@code config}.
   *
   * <p><b>Errors:</b> {@link IllegalArgumentException} that names every key with a bad value.
   */
  static SextantSettings of(SextantConfig config, Machine machine) {
    List<String> problems = new ArrayList<>();
    BigInteger fileBytes = config.maxFileSize().asBigInteger();
    require(
        fileBytes.compareTo(BigInteger.valueOf(1 << 10)) >= 0
            && fileBytes.compareTo(BigInteger.valueOf(1 << 30)) <= 0,
        "sextant.max-file-size=" + fileBytes + ": give 1K to 1G",
        problems);
    BigInteger cacheBytes = config.factsCacheSize().asBigInteger();
    require(
        cacheBytes.signum() >= 0
            && cacheBytes.compareTo(BigInteger.valueOf(FactsCache.MOST_BYTES)) <= 0,
        "sextant.facts-cache-size=" + cacheBytes + ": give 0 (keep none) to 16G",
        problems);
    BigInteger typesBytes = config.maxTypesSize().asBigInteger();
    require(
        typesBytes.signum() >= 0 && typesBytes.compareTo(BigInteger.valueOf(1 << 30)) <= 0,
        "sextant.max-types-size=" + typesBytes + ": give 0 to 1G",
        problems);
    require(
        config.maxTypesFiles() >= 0 && config.maxTypesFiles() <= 100_000,
        "sextant.max-types-files=" + config.maxTypesFiles() + ": give 0 (read none) to 100000",
        problems);
    BigInteger snapshotBytes = config.snapshotsSize().asBigInteger();
    require(
        snapshotBytes.signum() >= 0
            && snapshotBytes.compareTo(BigInteger.valueOf(MOST_SNAPSHOT_BYTES)) <= 0,
        "sextant.snapshots-size=" + snapshotBytes + ": give 0 (keep none) to 1024G",
        problems);
    require(
        config.parseBudget().compareTo(Duration.ofMillis(1)) >= 0
            && config.parseBudget().compareTo(Duration.ofMinutes(10)) <= 0,
        "sextant.parse-budget=" + config.parseBudget() + ": give 1ms to 10m",
        problems);
    require(
        config.workerThreads() >= 0 && config.workerThreads() <= 1024,
        "sextant.worker-threads=" + config.workerThreads() + ": give 0 (one a processor) to 1024",
        problems);
    BigInteger memoryBytes = config.memoryLimit().asBigInteger();
    require(
        memoryBytes.signum() == 0
            || (memoryBytes.compareTo(BigInteger.valueOf(16L << 20)) >= 0
                && memoryBytes.bitLength() < Long.SIZE),
        "sextant.memory-limit=" + memoryBytes + ": give 0 (three quarters of the heap) or from 16M",
        problems);
    require(
        !config.staleCap().isNegative(),
        "sextant.stale-cap=" + config.staleCap() + ": give 0s (no limit) or more",
        problems);
    Path stateFolder = config.stateFolder().orElseGet(machine::stateFolder);
    requireAbsolute("sextant.state-folder", List.of(stateFolder), problems);
    List<Path> allowed = config.allowedRoots().orElse(List.of());
    requireAbsolute("sextant.allowed-roots", allowed, problems);
    List<Path> load = config.load().orElse(List.of());
    requireAbsolute("sextant.load", load, problems);
    requireAbsolute("sextant.jars", config.jars().orElse(List.of()), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the configuration has values that cannot be used: " + String.join("; ", problems));
    }
    IndexSettings index =
        new IndexSettings(
            fileBytes.intValueExact(),
            config.parseBudget(),
            stateFolder,
            new Libraries(
                classPath(config, machine),
                new TypesLimits(config.maxTypesFiles(), typesBytes.longValueExact()),
                stateFolder.resolve(IndexSettings.LIBRARIES)),
            FactsCache.in(stateFolder.resolve(IndexSettings.FACTS), cacheBytes.longValueExact()));
    return new SextantSettings(
        index,
        config.workerThreads() == 0 ? machine.processors() : config.workerThreads(),
        memoryBytes.signum() == 0 ? machine.heapBytes() / 4 * 3 : memoryBytes.longValueExact(),
        new RebuildSettings(new RootPolicy(allowed), index.fingerprint(), CLOSE_GRACE),
        new ServeSettings(config.staleCap()),
        load,
        snapshotBytes.longValueExact());
  }

  private static Optional<ClassPathSettings> classPath(SextantConfig config, Machine machine) {
    ClassPathSettings usual = ClassPathSettings.usual(machine.home());
    return config.findLibraries()
        ? Optional.of(
            new ClassPathSettings(
                config.jars().orElse(List.of()), usual.mavenFolder(), usual.gradleFolder()))
        : Optional.empty();
  }

  private static void requireAbsolute(String key, List<Path> paths, List<String> problems) {
    for (Path path : paths) {
      require(path.isAbsolute(), key + "=" + path + ": give an absolute path", problems);
    }
  }

  private static void require(boolean holds, String problem, List<String> problems) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
