package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of this machine with limits and mounts of its own, which the test can change while a
 * service runs there: namespaces of Linux, held by a process that sleeps. Neither needs nor changes
 * anything outside.
 */
final class FaultyMachine implements AutoCloseable {
  private final Process holder;

  private FaultyMachine(Process holder) {
    this.holder = holder;
  }

  /** Whether this system lets one make it. */
  static boolean isAvailable() {
    try {
      return new ProcessBuilder("unshare", "-Urm", "nsenter", "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One in which {@code script} of bash was run. */
  static FaultyMachine with(String script) throws IOException {
    Process holder =
        new ProcessBuilder(
                "unshare", "-Urm", "bash", "-c", script + "\necho ready; exec sleep 1000")
            .redirectErrorStream(true)
            .start();
    String line = holder.inputReader().readLine();
    assertThat(line).as(script).isEqualTo("ready");
    return new FaultyMachine(holder);
  }

  /** The command that lets another run there, by becoming it. */
  List<String> entering() {
    return List.of(
        "nsenter", "-t", String.valueOf(holder.pid()), "-U", "-m", "--preserve-credentials");
  }

  /** Runs {@code script} of bash there; it may fail. */
  String attempt(String script) throws Exception {
    List<String> command = new ArrayList<>(entering());
    command.addAll(List.of("bash", "-c", script));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return output + "|" + process.waitFor();
  }

  /** Runs {@code script} of bash there. */
  void run(String script) throws Exception {
    assertThat(attempt(script)).as(script).endsWith("|0");
  }

  /** What lies at {@code path} there, as a path for this process. */
  Path seen(Path path) {
    return Path.of("/proc/" + holder.pid() + "/root").resolve(path.toString().substring(1));
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }
}
