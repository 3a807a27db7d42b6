package dev.sextant.app;

import dev.sextant.index.IndexSettings;
import dev.sextant.index.Libraries;
import dev.sextant.index.cache.FactsCache;
import dev.sextant.index.classpath.ClassPathSettings;
import dev.sextant.index.modules.TypesLimits;
import dev.sextant.rebuild.ModeRule;
import dev.sextant.rebuild.RebuildSettings;
import dev.sextant.rebuild.RootPolicy;
import dev.sextant.watch.WatchSettings;
import dev.sextant.workspace.ServeSettings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param modes decides how much a build looks at
 * @param idleTimeout after how long without a question a workspace is evicted; zero for never
 * @param drainTimeout how long a superseded graph may be read until that is said
 * @param load folders to load at start
 * @param snapshotBytes how many bytes of graphs are kept, 0 for none
 * @param watch how changes of files are noticed; empty when they are not to be
 */
record SextantSettings(
    IndexSettings index,
    int workerThreads,
    long memoryLimitBytes,
    RebuildSettings rebuild,
    ServeSettings serve,
    ModeRule modes,
    Duration idleTimeout,
    Duration drainTimeout,
    List<Path> load,
    long snapshotBytes,
    Optional<WatchSettings> watch) {
  private static final long MOST_SNAPSHOT_BYTES = 1L << 40;
  private static final BigInteger LEAST_MEMORY = BigInteger.valueOf(16L << 20);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  /**
   * Checks and converts {@code config}.
   *
   * <p><b>Errors:</b> {@link IllegalArgumentException} that names every key with a bad value.
   */
  static SextantSettings of(Configuration config, Machine machine) {
    Path stateFolder = config.persist().stateFolder().orElseGet(machine::stateFolder);
    check(config, stateFolder);
    IndexSettings index =
        new IndexSettings(
            config.index().maxFileSize().asBigInteger().intValueExact(),
            config.index().parseBudget(),
            stateFolder,
            new Libraries(
                classPath(config.index(), machine),
                new TypesLimits(
                    config.index().maxTypesFiles(), config.index().maxTypesSize().asLongValue()),
                stateFolder.resolve(IndexSettings.LIBRARIES)),
            FactsCache.in(
                stateFolder.resolve(IndexSettings.FACTS),
                config.persist().factsCacheSize().asLongValue()));
    long memoryBytes = config.memory().memoryLimit().asLongValue();
    int threads = config.index().workerThreads();
    RootPolicy roots = new RootPolicy(config.serve().allowedRoots().orElse(List.of()));
    return new SextantSettings(
        index,
        threads == 0 ? machine.processors() : threads,
        memoryBytes == 0 ? machine.heapBytes() / 4 * 3 : memoryBytes,
        new RebuildSettings(roots, index.fingerprint(), CLOSE_GRACE),
        new ServeSettings(config.serve().staleCap()),
        new ModeRule(config.rebuild().incrementalThreshold()),
        config.memory().idleTimeout(),
        config.memory().drainTimeout(),
        config.serve().load().orElse(List.of()),
        config.persist().snapshotsSize().asLongValue(),
        config.watch().enabled() ? Optional.of(config.watch().settings()) : Optional.empty());
  }

  private static void check(Configuration config, Path stateFolder) {
    SettingProblems problems = new SettingProblems();
    check(config.index(), problems);
    check(config.memory(), problems);
    problems.within("incremental-threshold", config.rebuild().incrementalThreshold(), 0, 100);
    problems.absolute("allowed-roots", config.serve().allowedRoots().orElse(List.of()));
    problems.absolute("load", config.serve().load().orElse(List.of()));
    Duration staleCap = config.serve().staleCap();
    problems.require(!staleCap.isNegative(), "stale-cap", staleCap, "0s (no limit) or more");
    problems.absolute("state-folder", List.of(stateFolder));
    problems.within(
        "facts-cache-size",
        config.persist().factsCacheSize().asBigInteger(),
        0,
        FactsCache.MOST_BYTES,
        "0 (keep none) to 16G");
    problems.within(
        "snapshots-size",
        config.persist().snapshotsSize().asBigInteger(),
        0,
        MOST_SNAPSHOT_BYTES,
        "0 (keep none) to 1024G");
    config.watch().check(problems);
    config.rpc().check(problems);
    problems.check();
  }

  private static void check(IndexConfig config, SettingProblems problems) {
    problems.within(
        "max-file-size", config.maxFileSize().asBigInteger(), 1 << 10, 1 << 30, "1K to 1G");
    problems.within(
        "parse-budget",
        config.parseBudget(),
        Duration.ofMillis(1),
        Duration.ofMinutes(10),
        "1ms to 10m");
    problems.absolute("jars", config.jars().orElse(List.of()));
    problems.within("max-types-size", config.maxTypesSize().asBigInteger(), 0, 1 << 30, "0 to 1G");
    problems.require(
        config.maxTypesFiles() >= 0 && config.maxTypesFiles() <= 100_000,
        "max-types-files",
        config.maxTypesFiles(),
        "0 (read none) to 100000");
    problems.within("worker-threads", config.workerThreads(), 0, 1024);
  }

  private static void check(MemoryConfig config, SettingProblems problems) {
    BigInteger limit = config.memoryLimit().asBigInteger();
    problems.require(
        limit.signum() == 0
            || (limit.compareTo(LEAST_MEMORY) >= 0 && limit.bitLength() < Long.SIZE),
        "memory-limit",
        limit,
        "0 (three quarters of the heap) or from 16M");
    Duration idle = config.idleTimeout();
    problems.require(
        idle.isZero()
            || (idle.compareTo(Duration.ofSeconds(1)) >= 0
                && idle.compareTo(Duration.ofDays(30)) <= 0),
        "idle-timeout",
        idle,
        "0s (never), or 1s to 30d");
    problems.within(
        "drain-timeout",
        config.drainTimeout(),
        Duration.ofMillis(100),
        Duration.ofHours(1),
        "100ms to 1h");
  }

  private static Optional<ClassPathSettings> classPath(IndexConfig config, Machine machine) {
    ClassPathSettings usual = ClassPathSettings.usual(machine.home());
    return config.findLibraries()
        ? Optional.of(
            new ClassPathSettings(
                config.jars().orElse(List.of()), usual.mavenFolder(), usual.gradleFolder()))
        : Optional.empty();
  }
}
