package dev.sextant.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private final Queue<String> output;

  private PackagedService(Process process, URI address, Queue<String> output) {
    this.process = process;
    this.address = address;
    this.output = output;
  }

  /**
   * Starts it and returns once it listens.
   *
   * <p><b>Threads:</b> blocks; the caller bounds the time.
   */
  static PackagedService start(Path stateFolder) throws IOException {
    return start(stateFolder, List.of(), List.of());
  }

  /**
   * The same behind the command {@code prefix}, which must become the service and not start it, and
   * with {@code machine}, arguments like {@code -Xmx512m}.
   */
  static PackagedService start(Path stateFolder, List<String> prefix, List<String> machine)
      throws IOException {
    List<String> packaged = command();
    List<String> whole = new ArrayList<>(prefix);
    whole.add(packaged.getFirst());
    whole.addAll(machine);
    whole.addAll(packaged.subList(1, packaged.size()));
    whole.addAll(List.of("serve", "--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(whole);
    // It has its production settings, so keep it off the user's own state.
    builder.environment().put("SEXTANT_STATE_FOLDER", stateFolder.toAbsolutePath().toString());
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader reader = process.inputReader();
    Queue<String> output = new ConcurrentLinkedQueue<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.add(line);
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> drain(reader, output));
        return new PackagedService(process, URI.create(found.group(1)), output);
      }
    }
    throw new AssertionError("the service ended before it listened:\n" + String.join("\n", output));
  }

  /** Where it speaks the protocol. */
  URI address() {
    return address;
  }

  /** What it answers over HTTP. */
  String body(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + address.getAuthority() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /** What it has printed and logged so far, a line each. */
  List<String> output() {
    return List.copyOf(output);
  }

  long processId() {
    return process.pid();
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
  private static void drain(BufferedReader reader, Queue<String> output) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
      }
    } catch (IOException _) {
      // Ending the process closes its output.
    }
  }
}
