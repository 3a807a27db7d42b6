package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults of the machine under the packaged service, while a client writes files and asks for them:
 * what is served, what is said, and how it recovers.
 *
 * <p>{@code -Dfaults.files=50000} makes the storm as large, and {@code -Dfaults.minutes=3} waits so
 * long for what the service does by itself after more than a minute.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class FaultsIT {
  private static final int STORM = Integer.getInteger("faults.files", 3_000);
  private static final long MINUTES = Long.getLong("faults.minutes", 0);
  private static final int FILES = 40;
  private static final int FILES_OF_A_FOLDER = 100;

  @TempDir private Path folder;
  private Path root;
  private Path state;

  @BeforeEach
  void writeTree() throws IOException {
    root = Files.createDirectory(folder.toRealPath().resolve("root"));
    state = Files.createDirectory(folder.toRealPath().resolve("state"));
    for (int file = 0; file < FILES; file++) {
      write(root, "p" + file % 10 + "/C" + file + ".java", "class C%d {}".formatted(file));
    }
  }

  @Test
  void pollsWhenNoMoreFoldersCanBeWatched() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    try (var machine = FaultyMachine.with("echo 30 > /proc/sys/user/max_inotify_watches");
        var service = PackagedService.start(state, machine.entering(), List.of());
        var client = WorkspaceClient.of(service.address(), root)) {
      client.loadWatchedBy("events");
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(3);

        for (int made = 0; made < 60; made++) {
          write(root, "more/q" + made + "/D" + made + ".java", "class D%d {}".formatted(made));
        }
        client.assertMet("D59");
        client.until(status -> watch(status).equals("polling"));
        assertThat(client.search("C1").at("/meta/watch").asText()).isEqualTo("polling");
        assertThat(service.body("/q/health/ready")).contains("\"" + root + ".watch\": \"polling");
        assertThat(service.body("/q/metrics"))
            .containsPattern("sextant_watches\\{.*mode=\"polling\".*} 1.0");
        assertSaid(service, "watching is polling: ");
        witness.untilMet(3);

        machine.run("echo 5000 > /proc/sys/user/max_inotify_watches");
        if (MINUTES > 0) {
          client.until(status -> watch(status).equals("events"));
        } else {
          client.unload();
          client.loadWatchedBy("events");
        }
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void pollsWhenThereAreNoEventsToBeHad() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    try (var machine = FaultyMachine.with("echo 0 > /proc/sys/user/max_inotify_instances");
        var service = PackagedService.start(state, machine.entering(), List.of());
        var client = WorkspaceClient.of(service.address(), root)) {
      client.loadWatchedBy("polling");
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(5);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void outlastsAStormOfFiles() throws Exception {
    write(root, ".gitignore", "out/\n");
    write(root, "Kept.java", "class Kept {}");
    try (var service = PackagedService.start(state, List.of(), List.of("-Xmx512m"));
        var client = WorkspaceClient.of(service.address(), root)) {
      client.loadWatchedBy("events");
      client.assertMet("Kept");
      long generation = client.status().path("generation").asLong();
      storm("out");
      client.assertMet("Kept");
      delete(root.resolve("out"));
      client.assertMet("Kept");
      assertThat(client.status().path("generation").asLong()).isEqualTo(generation);

      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(1);
        storm("generated");
        client.untilMet("Storm" + (STORM - 1));
        witness.untilMet(1);
        assertThat(client.status().path("files").asInt()).isEqualTo(FILES + 2 + STORM);

        delete(root.resolve("generated"));
        client.untilMet("Kept");
        witness.untilMet(1);
        assertThat(client.status().path("files").asInt()).isEqualTo(FILES + 2);
        assertThat(client.synced("Storm0").path("items")).isEmpty();
        assertNothingWrong(witness);
        System.out.printf(
            "storm of %d files: %d answers met, %d not; at most %s resident%n",
            STORM, witness.met(), witness.notMet(), mostResident(service));
      }
      assertThat(service.output()).noneMatch(line -> line.contains("OutOfMemory"));
    }
  }

  @Test
  void servesTheLastGoodGraphWhileTheRootIsAway() throws Exception {
    Path away = folder.toRealPath().resolve("away");
    Path other = folder.toRealPath().resolve("other");
    write(other, "Other.java", "class Other {}");
    try (var service = PackagedService.start(state);
        var client = WorkspaceClient.of(service.address(), root)) {
      client.loadWatchedBy("events");
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(3);

        Files.move(root, away);
        JsonNode served = client.synced("C7");
        assertThat(served.at("/meta/freshness").asText()).as("%s", served).isEqualTo("timedOut");
        assertThat(served.at("/items/0/name").asText()).isEqualTo("C7");
        assertThat(served.at("/meta/stale").asBoolean()).isTrue();
        assertThat(served.at("/meta/lastError").asText()).contains(root.toString());
        assertThat(served.at("/meta/watch").asText()).isEqualTo("off");
        assertThat(service.body("/q/health/ready")).contains("\"" + root + ".watch\": \"off");
        assertSaid(service, "watching is off: ");
        witness.untilNotMet();
        write(away, "p1/Meanwhile.java", "class Meanwhile {}");

        Files.move(away, root);
        // Without being asked to.
        client.until(status -> loaded(status) && watch(status).equals("events"));
        assertThat(client.search("Meanwhile").path("items")).hasSize(1);
        witness.untilMet(3);

        Files.move(root, away);
        Files.move(other, root);
        client.untilMet("Other");
        assertThat(client.synced("C7").path("items")).isEmpty();
        client.until(status -> loaded(status) && watch(status).equals("events"));
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void goesOnWhenItsDiskIsFull() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    String full = "cat /dev/zero >> '%s/filler'".formatted(state);
    try (var machine =
        FaultyMachine.with("mount -t tmpfs -o size=16m tmpfs '%s'".formatted(state))) {
      try (var service = PackagedService.start(state, machine.entering(), List.of());
          var client = WorkspaceClient.of(service.address(), root)) {
        client.loadWatchedBy("events");
        try (var witness = FreshnessWitness.of(service.address(), root, root)) {
          witness.untilMet(3);
          String _ = machine.attempt(full);
          witness.untilMet(5);
          client.until(status -> status.has("lastPersistError"));
          assertNothingWrong(witness);
        }
        JsonNode said;
        do {
          // What a build gives up makes room again.
          String _ = machine.attempt(full);
          write(root, "p1/Unkept.java", "class Unkept {} // " + System.nanoTime());
          client.assertMet("Unkept");
          said = client.status();
        } while (!said.path("problems").findValuesAsText("reason").contains("crashJournal"));
        assertThat(said.path("state").asText()).isIn("Loaded", "Rebuilding");
        assertSaid(service, "free space there, or set sextant.state-folder");
        assertThat(service.body("/q/metrics"))
            .containsPattern("sextant_snapshot_write_failures_total(\\{.*})? [1-9]");
      }
      try (var service = PackagedService.start(state, machine.entering(), List.of());
          var client = WorkspaceClient.of(service.address(), root)) {
        client.loadWatchedBy("events");
        client.assertMet("Unkept");

        machine.run("rm '%s/filler'".formatted(state));
        write(root, "p1/Kept.java", "class Kept {}");
        client.assertMet("Kept");
        client.until(
            status ->
                !status.has("lastPersistError")
                    && status.path("persistedGeneration").equals(status.path("generation")));
      }
    }
  }

  private void storm(String name) throws IOException {
    for (int file = 0; file < STORM; file++) {
      String path = "%s/q%d/Storm%d.java".formatted(name, file / FILES_OF_A_FOLDER, file);
      write(root, path, "class Storm%d { int m() { return m(); } }".formatted(file));
    }
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static void assertNothingWrong(FreshnessWitness witness) {
    assertThat(witness.violations()).isEmpty();
    assertThat(witness.met()).isPositive();
  }

  private static void assertSaid(PackagedService service, String text) {
    assertThat(service.output()).anyMatch(line -> line.contains(text));
  }

  private static String watch(JsonNode status) {
    return status.path("watch").asText();
  }

  private static boolean loaded(JsonNode status) {
    return status.path("state").asText().equals("Loaded")
        && !status.has("lastError")
        && status.path("pendingFiles").asInt() == 0;
  }

  private static String mostResident(PackagedService service) throws IOException {
    Path status = Path.of("/proc/" + service.processId() + "/status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("unknown");
  }
}
