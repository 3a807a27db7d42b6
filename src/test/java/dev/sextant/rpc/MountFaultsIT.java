package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * File systems that are mounted and unmounted under the packaged service, while a client writes
 * files and asks for them.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class MountFaultsIT {
  @TempDir private Path folder;
  private Path root;
  private Path state;

  @BeforeEach
  void writeTree() throws IOException {
    root = Files.createDirectory(folder.toRealPath().resolve("root"));
    state = Files.createDirectory(folder.toRealPath().resolve("state"));
    for (int file = 0; file < 10; file++) {
      write(root, "p" + file + "/C" + file + ".java", "class C%d {}".formatted(file));
    }
  }

  @Test
  void buildsWhatIsThereWhenTheRootIsUnmountedAndMountedAgain() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    try (var machine = FaultyMachine.with("mount -t tmpfs tmpfs '%s'".formatted(root));
        var service = PackagedService.start(state, machine.entering(), List.of());
        var client = WorkspaceClient.of(service.address(), root)) {
      Path mounted = machine.seen(root);
      write(mounted, "M.java", "class Mounted {}");
      client.loadWatchedBy("events");
      try (var witness = FreshnessWitness.of(service.address(), root, mounted)) {
        witness.untilMet(3);
        client.assertMet("Mounted");

        // What it was mounted over comes to light.
        machine.run("umount -l '%s'".formatted(root));
        client.untilMet("C7");
        assertThat(client.synced("Mounted").path("items")).isEmpty();
        witness.untilMet(3);

        machine.run(
            "mount -t tmpfs tmpfs '%s'; echo 'class Again {}' > '%s/A.java'".formatted(root, root));
        client.untilMet("Again");
        assertThat(client.synced("C7").path("items")).isEmpty();
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  @Test
  void buildsWhatIsMountedOnAFolderInsideTheRoot() throws Exception {
    assumeTrue(FaultyMachine.isAvailable());
    try (var machine = FaultyMachine.with("true");
        var service = PackagedService.start(state, machine.entering(), List.of());
        var client = WorkspaceClient.of(service.address(), root)) {
      client.loadWatchedBy("events");
      try (var witness = FreshnessWitness.of(service.address(), root, root)) {
        witness.untilMet(3);
        for (int round = 0; round < 3; round++) {
          mountInside(machine, "mount -t tmpfs tmpfs '%s'", "Mounted" + round);
          assertEditsAreMet(machine, client, "Mounted" + round);
          unmountInside(machine, client, "Mounted" + round);
        }

        // The same folder at another place: nothing is unmounted from it, so that no event comes.
        Path other = Files.createDirectory(folder.toRealPath().resolve("other"));
        mountInside(machine, "mount --bind '" + other + "' '%s'", "Bound");
        assertEditsAreMet(machine, client, "Bound");
        unmountInside(machine, client, "Bound");

        // Nobody asks for the files as they are.
        mountInside(machine, "mount -t tmpfs tmpfs '%s'", "Unasked");
        client.until(_ -> client.search("Unasked").path("items").size() == 1);
        assertThat(client.status().path("watch").asText()).isEqualTo("events");
        witness.untilMet(3);
        assertNothingWrong(witness);
      }
    }
  }

  private void mountInside(FaultyMachine machine, String command, String name) throws Exception {
    String place = root.resolve("p1").toString();
    machine.run(
        command.formatted(place) + "; echo 'class %s {}' > %s/M.java".formatted(name, place));
  }

  private void assertEditsAreMet(FaultyMachine machine, WorkspaceClient client, String name)
      throws Exception {
    client.assertMet(name);
    assertThat(client.synced("C1").path("items")).isEmpty();
    for (int edit = 0; edit < 5; edit++) {
      String text = "class %sEdit%d {}".formatted(name, edit);
      machine.run("echo '%s' > '%s/M.java'".formatted(text, root.resolve("p1")));
      client.assertMet(name + "Edit" + edit);
    }
    assertThat(client.synced(name).path("items")).isEmpty();
  }

  private void unmountInside(FaultyMachine machine, WorkspaceClient client, String name)
      throws Exception {
    machine.run("umount '%s'".formatted(root.resolve("p1")));
    client.assertMet("C1");
    assertThat(client.synced(name + "Edit4").path("items")).isEmpty();
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void assertNothingWrong(FreshnessWitness witness) {
    assertThat(witness.violations()).isEmpty();
    assertThat(witness.met()).isPositive();
  }
}
