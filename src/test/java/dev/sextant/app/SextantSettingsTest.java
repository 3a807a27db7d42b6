package dev.sextant.app;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SextantSettingsTest {
  private static final Machine MACHINE = new Machine(6, 1L << 30, Path.of("/home/ada"), "");

  @Test
  void hasADefaultForEveryKey() {
    SextantSettings settings = settings(Map.of());

    assertThat(settings.index().maxFileBytes()).isEqualTo(2 << 20);
    assertThat(settings.index().parseBudget()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.index().stateFolder()).isEqualTo(Path.of("/home/ada/.cache/sextant"));
    assertThat(settings.workerThreads()).isEqualTo(6);
    assertThat(settings.serve().staleCap()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.idleTimeout()).isZero();
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.modes().percent()).isEqualTo(50);
    assertThat(settings.load()).isEmpty();
    assertThat(settings.snapshotBytes()).isEqualTo(4L << 30);
    assertThat(settings.watch().orElseThrow().quiet()).isEqualTo(Duration.ofMillis(50));
    assertThat(config(Map.of()).serve().openBrowser()).isFalse();
  }

  @Test
  void takesEveryKey() {
    SextantSettings settings =
        settings(
            Map.ofEntries(
                entry("sextant.allowed-roots[0]", "/src"),
                entry("sextant.load[0]", "/src/with,comma"),
                entry("sextant.load[1]", "/src/b"),
                entry("sextant.max-file-size", "512K"),
                entry("sextant.parse-budget", "250ms"),
                entry("sextant.worker-threads", "3"),
                entry("sextant.state-folder", "/var/lib/sextant"),
                entry("sextant.facts-cache-size", "0"),
                entry("sextant.snapshots-size", "512M"),
                entry("sextant.idle-timeout", "30m"),
                entry("sextant.drain-timeout", "2m"),
                entry("sextant.incremental-threshold", "10"),
                entry("sextant.watch.enabled", "false"),
                entry("sextant.stale-cap", "0s")));

    assertThat(settings.load()).containsExactly(Path.of("/src/with,comma"), Path.of("/src/b"));
    assertThat(settings.index().maxFileBytes()).isEqualTo(512 << 10);
    assertThat(settings.index().parseBudget()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.index().stateFolder()).isEqualTo(Path.of("/var/lib/sextant"));
    assertThat(settings.workerThreads()).isEqualTo(3);
    assertThat(settings.serve().staleCap()).isZero();
    assertThat(settings.idleTimeout()).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.modes().percent()).isEqualTo(10);
    assertThat(settings.snapshotBytes()).isEqualTo(512L << 20);
    assertThat(settings.watch()).isEmpty();
  }

  @Test
  void boundsWhatIsReadOfInstalledPackages() {
    assertThat(settings(Map.of("sextant.max-types-files", "0", "sextant.max-types-size", "1G")))
        .isNotNull();
    assertThatThrownBy(
            () -> settings(Map.of("sextant.max-types-files", "-1", "sextant.max-types-size", "2G")))
        .hasMessageContaining("sextant.max-types-files=-1: give 0 (read none) to 100000")
        .hasMessageContaining("sextant.max-types-size=2147483648: give 0 to 1G");
  }

  @Test
  void namesEveryValueThatCannotBeUsed() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.ofEntries(
                        entry("sextant.allowed-roots", "src"),
                        entry("sextant.load", "src"),
                        entry("sextant.max-file-size", "4G"),
                        entry("sextant.parse-budget", "0s"),
                        entry("sextant.worker-threads", "-1"),
                        entry("sextant.state-folder", "state"),
                        entry("sextant.facts-cache-size", "17G"),
                        entry("sextant.snapshots-size", "1025G"),
                        entry("sextant.idle-timeout", "900ms"),
                        entry("sextant.drain-timeout", "0s"),
                        entry("sextant.incremental-threshold", "101"),
                        entry("sextant.watch.settle-time", "2s"),
                        entry("sextant.watch.longest-wait", "1s"),
                        entry("sextant.rpc.messages.max-batch", "0"),
                        entry("sextant.rpc.requests.default-deadline", "11m"),
                        entry("sextant.stale-cap", "-1s"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "sextant.allowed-roots=src",
            "sextant.load=src",
            "sextant.max-file-size=4294967296",
            "sextant.parse-budget=PT0S",
            "sextant.worker-threads=-1",
            "sextant.state-folder=state",
            "sextant.facts-cache-size=18253611008",
            "sextant.snapshots-size=1100585369600",
            "sextant.idle-timeout=PT0.9S",
            "sextant.drain-timeout=PT0S: give 100ms to 1h",
            "sextant.incremental-threshold=101",
            "sextant.watch.longest-wait=PT1S: give the settle time, which is PT2S, to 10m",
            "sextant.rpc.messages.max-batch=0: give 1 to 10000",
            "sextant.rpc.requests.default-deadline=PT11M",
            "sextant.stale-cap=PT-1S");
  }

  @Test
  void refusesAnUnknownKey() {
    assertThatThrownBy(() -> config(Map.of("sextant.max-file-sise", "1M")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("sextant.max-file-sise");
  }

  @Test
  void namesEveryValueThatCannotBeRead() {
    assertThatThrownBy(
            () ->
                config(
                    Map.of(
                        "sextant.worker-threads", "many", "sextant.rpc.messages.max-batch", "few")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContainingAll("sextant.worker-threads", "sextant.rpc.messages.max-batch");
  }

  @Test
  void takesValuesFromTheEnvironment() {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(IndexConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(
                new EnvConfigSource(
                    Map.of("SEXTANT_WORKER_THREADS", "7", "SEXTANT_JARS_0_", "/a.jar"), 300))
            .build();

    assertThat(config.getConfigMapping(IndexConfig.class).workerThreads()).isEqualTo(7);
    assertThat(config.getConfigMapping(IndexConfig.class).jars().orElseThrow())
        .containsExactly(Path.of("/a.jar"));
  }

  @Test
  void changesTheFingerprintOnlyWithWhatChangesABuild() {
    String fingerprint = settings(Map.of()).rebuild().configurationFingerprint();

    assertThat(settings(Map.of("sextant.worker-threads", "1")).rebuild())
        .extracting(rebuild -> rebuild.configurationFingerprint())
        .isEqualTo(fingerprint);
    assertThat(settings(Map.of("sextant.max-file-size", "1M")).rebuild())
        .extracting(rebuild -> rebuild.configurationFingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void changesTheFingerprintWithTheLibrariesToReckonWith() {
    String fingerprint = settings(Map.of()).rebuild().configurationFingerprint();

    assertThat(settings(Map.of("sextant.find-libraries", "false")).rebuild())
        .extracting(rebuild -> rebuild.configurationFingerprint())
        .isNotEqualTo(fingerprint);
    assertThat(settings(Map.of("sextant.jars[0]", "/lib/a.jar")).rebuild())
        .extracting(rebuild -> rebuild.configurationFingerprint())
        .isNotEqualTo(fingerprint);
  }

  @Test
  void followsTheCacheFolderOfTheUser() {
    Path home = Path.of("/home/ada");

    assertThat(new Machine(1, 1L << 30, home, "/cache").stateFolder())
        .isEqualTo(Path.of("/cache/sextant"));
    assertThat(new Machine(1, 1L << 30, home, "cache").stateFolder())
        .isEqualTo(Path.of("/home/ada/.cache/sextant"));
  }

  private static SextantSettings settings(Map<String, String> properties) {
    return SextantSettings.of(config(properties), MACHINE);
  }

  static Configuration config(Map<String, String> properties) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(IndexConfig.class)
            .withMapping(MemoryConfig.class)
            .withMapping(RebuildConfig.class)
            .withMapping(ServeConfig.class)
            .withMapping(PersistConfig.class)
            .withMapping(WatchConfig.class)
            .withMapping(RpcConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .build();
    return new Configuration(
        config.getConfigMapping(IndexConfig.class),
        config.getConfigMapping(MemoryConfig.class),
        config.getConfigMapping(RebuildConfig.class),
        config.getConfigMapping(ServeConfig.class),
        config.getConfigMapping(PersistConfig.class),
        config.getConfigMapping(WatchConfig.class),
        config.getConfigMapping(RpcConfig.class));
  }
}
