package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
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
        var client = RpcClient.connect(service.address())) {
      load(client);
      until(client, status -> watch(status).equals("events"));
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(3);

        for (int made = 0; made < 60; made++) {
          write(root, "more/q" + made + "/D" + made + ".java", "class D%d {}".formatted(made));
        }
        JsonNode found = search(client, "D59", 15_000);
        assertMet(found, "D59");
        until(client, status -> watch(status).equals("polling"));
        assertThat(search(client, "C1", 0).at("/meta/watch").asText()).isEqualTo("polling");
        assertThat(text(service, "/q/health/ready")).contains("\"" + root + ".watch\": \"polling");
        assertThat(text(service, "/q/metrics"))
            .containsPattern("sextant_watches\\{.*mode=\"polling\".*} 1.0");
        assertSaid(service, "watching is polling: ");
        witness.untilMet(3);

        machine.run("echo 5000 > /proc/sys/user/max_inotify_watches");
        if (MINUTES > 0) {
          until(client, status -> watch(status).equals("events"));
        } else {
          call(client, "workspace/unload", root("workspace"));
          load(client);
          until(client, status -> watch(status).equals("events"));
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
        var client = RpcClient.connect(service.address())) {
      load(client);
      until(client, status -> watch(status).equals("polling"));
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
        var client = RpcClient.connect(service.address())) {
      load(client);
      until(client, status -> watch(status).equals("events"));
      assertMet(search(client, "Kept", 15_000), "Kept");
      long generation = status(client).path("generation").asLong();
      storm("out");
      assertMet(search(client, "Kept", 15_000), "Kept");
      delete(root.resolve("out"));
      assertMet(search(client, "Kept", 15_000), "Kept");
      assertThat(status(client).path("generation").asLong()).isEqualTo(generation);

      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(1);
        storm("generated");
        untilMet(client, "Storm" + (STORM - 1));
        witness.untilMet(1);
        assertThat(status(client).path("files").asInt()).isEqualTo(FILES + 2 + STORM);

        delete(root.resolve("generated"));
        untilMet(client, "Kept");
        witness.untilMet(1);
        assertThat(status(client).path("files").asInt()).isEqualTo(FILES + 2);
        assertThat(search(client, "Storm0", 15_000).path("items")).isEmpty();
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
        var client = RpcClient.connect(service.address())) {
      load(client);
      until(client, status -> watch(status).equals("events"));
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(3);

        Files.move(root, away);
        JsonNode served = search(client, "C7", 15_000);
        assertThat(served.at("/meta/freshness").asText()).as("%s", served).isEqualTo("timedOut");
        assertThat(served.at("/items/0/name").asText()).isEqualTo("C7");
        assertThat(served.at("/meta/stale").asBoolean()).isTrue();
        assertThat(served.at("/meta/lastError").asText()).contains(root.toString());
        assertThat(served.at("/meta/watch").asText()).isEqualTo("off");
        assertThat(text(service, "/q/health/ready")).contains("\"" + root + ".watch\": \"off");
        assertSaid(service, "watching is off: ");
        witness.untilNotMet();
        write(away, "p1/Meanwhile.java", "class Meanwhile {}");

        Files.move(away, root);
        // Without being asked to.
        until(client, status -> loaded(status) && watch(status).equals("events"));
        assertThat(search(client, "Meanwhile", 0).path("items")).hasSize(1);
        witness.untilMet(3);

        Files.move(root, away);
        Files.move(other, root);
        untilMet(client, "Other");
        assertThat(search(client, "C7", 15_000).path("items")).isEmpty();
        until(client, status -> loaded(status) && watch(status).equals("events"));
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void buildsWhatIsThereWhenTheRootIsUnmountedAndMountedAgain() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    try (var machine = FaultyMachine.with("mount -t tmpfs tmpfs '%s'".formatted(root));
        var service = PackagedService.start(state, machine.entering(), List.of());
        var client = RpcClient.connect(service.address())) {
      Path mounted = machine.seen(root);
      write(mounted, "M.java", "class Mounted {}");
      load(client);
      until(client, status -> watch(status).equals("events"));
      try (var witness = FreshnessWitness.of(service.address(), root, mounted)) {
        witness.untilMet(3);
        assertMet(search(client, "Mounted", 15_000), "Mounted");

        // What it was mounted over comes to light.
        machine.run("umount -l '%s'".formatted(root));
        untilMet(client, "C7");
        assertThat(search(client, "Mounted", 15_000).path("items")).isEmpty();
        witness.untilMet(3);

        machine.run(
            "mount -t tmpfs tmpfs '%s'; echo 'class Again {}' > '%s/A.java'".formatted(root, root));
        untilMet(client, "Again");
        assertThat(search(client, "C7", 15_000).path("items")).isEmpty();
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void goesOnWhenItsDiskIsFull() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    String full = "cat /dev/zero > '%s/filler'".formatted(state);
    try (var machine =
        FaultyMachine.with("mount -t tmpfs -o size=16m tmpfs '%s'".formatted(state))) {
      try (var service = PackagedService.start(state, machine.entering(), List.of());
          var client = RpcClient.connect(service.address())) {
        load(client);
        until(client, status -> watch(status).equals("events"));
        try (var witness = FreshnessWitness.of(service.address(), root, root)) {
          witness.untilMet(3);
          String _ = machine.attempt(full);
          witness.untilMet(5);
          until(client, status -> status.has("lastPersistError"));
          write(root, "p1/Unkept.java", "class Unkept {}");
          assertMet(search(client, "Unkept", 15_000), "Unkept");
          assertThat(status(client).path("state").asText()).isIn("Loaded", "Rebuilding");
          assertSaid(service, "free space there, or set sextant.state-folder");
          assertThat(text(service, "/q/metrics"))
              .containsPattern("sextant_snapshot_write_failures_total(\\{.*})? [1-9]");
          assertNothingWrong(witness);
        }
      }
      try (var service = PackagedService.start(state, machine.entering(), List.of());
          var client = RpcClient.connect(service.address())) {
        load(client);
        assertMet(search(client, "Unkept", 15_000), "Unkept");

        machine.run("rm '%s/filler'".formatted(state));
        write(root, "p1/Kept.java", "class Kept {}");
        assertMet(search(client, "Kept", 15_000), "Kept");
        until(
            client,
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

  private static void assertMet(JsonNode found, String name) {
    assertThat(found.at("/meta/freshness").asText()).as("%s", found).isEqualTo("met");
    assertThat(found.at("/items/0/name").asText()).as("%s", found).isEqualTo(name);
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

  private static String text(PackagedService service, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(service.http(path)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private void load(RpcClient client) {
    JsonNode _ = call(client, "workspace/load", root("root").put("rootMode", "workspaceFolder"));
  }

  private JsonNode status(RpcClient client) {
    return call(client, "workspace/status", root("workspace"));
  }

  private void until(RpcClient client, Predicate<JsonNode> holds) {
    while (!holds.test(status(client))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Asks until an answer that is marked met has the name. */
  private void untilMet(RpcClient client, String name) {
    JsonNode found = search(client, name, 15_000);
    while (!found.at("/meta/freshness").asText().equals("met")) {
      found = search(client, name, 15_000);
    }
    assertMet(found, name);
  }

  /** Searches a name, in the files as they are now unless {@code waitMillis} is 0. */
  private JsonNode search(RpcClient client, String name, int waitMillis) {
    ObjectNode params = root("workspace").put("query", name).put("mode", "exact");
    if (waitMillis > 0) {
      params.putObject("freshness").put("sync", true).put("waitMs", waitMillis);
    }
    return call(client, "symbol/search", params);
  }

  private ObjectNode root(String parameter) {
    return JsonNodeFactory.instance.objectNode().put(parameter, root.toString());
  }

  private static JsonNode call(RpcClient client, String method, ObjectNode params) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", params);
    client.send(request.toString());
    JsonNode answer = client.nextJson();
    assertThat(answer.has("result")).as("%s", answer).isTrue();
    return answer.path("result");
  }
}
