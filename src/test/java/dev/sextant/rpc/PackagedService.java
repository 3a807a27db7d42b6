package dev.sextant.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged service in a process of its own, started by the command line as a user does, on a
 * free port; the jar or the executable, whichever the system property {@code packaged.service}
 * names.
 */
final class PackagedService implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("protocol (ws://[^ ,]+)");
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final URI address;

  private PackagedService(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it and returns once it listens.
   *
   * <p><b>Threads:</b> blocks; the caller bounds the time.
   */
  static PackagedService start(Path stateFolder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(command().stream(), Stream.of("serve", "--port", "0")).toList());
    // It has its production settings, so keep it off the user's own state.
    builder.environment().put("SEXTANT_STATE_FOLDER", stateFolder.toAbsolutePath().toString());
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    List<String> before = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> drain(output));
        return new PackagedService(process, URI.create(found.group(1)));
      }
      before.add(line);
    }
    throw new AssertionError("the service ended before it listened:\n" + String.join("\n", before));
  }

  /** Where it speaks the protocol. */
  URI address() {
    return address;
  }

  /** Ends it at once, in the middle of whatever it does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to end, as an operator or the system does, and does not wait for that. */
  void askToEnd() {
    process.destroy();
  }

  /** Whether it has ended after so long at most, and in order. */
  boolean endsWithin(Duration longest) {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly();
      throw new AssertionError("the service did not end when it was asked to");
    }
  }

  private static List<String> command() {
    String packaged = System.getProperty("packaged.service");
    if (packaged == null) {
      throw new AssertionError("packaged.service is not set: run this test with ./mvnw verify");
    }
    return packaged.endsWith(".jar")
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            packaged)
        : List.of(packaged);
  }

  /** A process whose output nobody takes stands still. */
  private static void drain(BufferedReader output) {
    try (output) {
      while (output.readLine() != null) {
        // Nothing is made of it.
      }
    } catch (IOException _) {
      // Ending the process closes its output.
    }
  }
}
