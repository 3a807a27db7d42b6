import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures restarts of the service with a tree of the JDK's sources: from the start of the process
 * to the first correct answer, and to the end of the comparison with the files.
 *
 * <p>{@code RUNS=7 CHANGES=3 java src/bench/Restart.java PORT TREE COMMAND [ARGUMENT...]}
 *
 * <p>The command is to be the service itself, on that port, with the same state folder each time,
 * and nothing may be loaded but the tree. The first run loads it, then nothing changes; the last
 * runs change one file, which is put back. The exit code is 1 when an answer is not the expected.
 */
final class Restart {
  private static final long PATIENCE_SECONDS = 300;
  private static final String FILE = "java.base/java/util/ArrayList.java";

  private final URI address;
  private final Path tree;
  private final List<String> command;
  private final HttpClient http = HttpClient.newHttpClient();

  private Restart(int port, Path tree, List<String> command) {
    this.address = URI.create("ws://127.0.0.1:" + port + "/rpc");
    this.tree = tree;
    this.command = command;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("usage: java Restart.java PORT TREE COMMAND [ARGUMENT...]");
      System.exit(2);
    }
    int runs = Integer.parseInt(System.getenv().getOrDefault("RUNS", "7"));
    Path tree = Path.of(arguments[1]).toRealPath();
    List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
    Restart restart = new Restart(Integer.parseInt(arguments[0]), tree, command);
    restart.load();
    List<long[]> unchanged = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      unchanged.add(restart.measure("unchanged"));
    }
    report("unchanged", unchanged);
    List<long[]> changed = new ArrayList<>();
    int changes = Integer.parseInt(System.getenv().getOrDefault("CHANGES", "3"));
    for (int run = 0; run < changes; run++) {
      changed.add(restart.measureChanged());
    }
    if (changes > 0) {
      report("one file changed", changed);
    }
    System.exit(0);
  }

  private void load() throws Exception {
    Process service = start();
    try (Client client = connect(service)) {
      String loaded =
          client.call("workspace/load", "\"root\":" + quoted(tree) + ",\"deadlineMs\":600000");
      expect(loaded.contains("\"state\":\"Loaded\""), loaded);
      client.await("\"persistedGeneration\":0", false);
    } finally {
      stop(service);
    }
  }

  private long[] measureChanged() throws Exception {
    Path file = tree.resolve(FILE);
    FileTime time = Files.getLastModifiedTime(file);
    String text = Files.readString(file);
    Files.writeString(file, text + "// " + System.nanoTime());
    try {
      return measure("one file changed");
    } finally {
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, time);
    }
  }

  private long[] measure(String what) throws Exception {
    long start = System.nanoTime();
    Process service = start();
    try (Client client = connect(service)) {
      long listening = millisSince(start);
      String answer = client.call("symbol/callers", question());
      while (!answer.contains("\"result\"")) {
        expect(answer.contains("\"notLoaded\""), answer);
        LockSupport.parkNanos(1_000_000);
        answer = client.call("symbol/callers", question());
      }
      long answered = millisSince(start);
      long processor = processorMillis(service);
      expect(answer.contains("\"total\":") && answer.contains("ArrayList#ensureCapacity"), answer);
      long verified = 0;
      String status = client.await("\"unverified\":true", false);
      verified = millisSince(start);
      while (!status.contains("\"pendingFiles\":0")) {
        status = client.await("\"pendingFiles\":0", true);
      }
      long current = millisSince(start);
      client.await("\"state\":\"Loaded\"", true);
      jcmd(service, "GC.run");
      String heap = jcmd(service, "GC.heap_info");
      System.out.printf(
          "%s: listening %d ms, answered %d ms (%d ms of processors), compared %d ms,"
              + " current %d ms%n",
          what, listening, answered, processor, verified, current);
      heap.lines().filter(line -> line.contains(" used ")).forEach(System.out::println);
      System.out.println(
          "  resident: "
              + Files.readString(Path.of("/proc/" + service.pid() + "/status"))
                  .lines()
                  .filter(line -> line.startsWith("VmRSS"))
                  .findFirst()
                  .orElse(""));
      return new long[] {listening, answered, processor, verified, current};
    } finally {
      stop(service);
    }
  }

  private String question() {
    return "\"workspace\":%s,\"name\":\"java.util.ArrayList.ensureCapacity\""
        .formatted(quoted(tree));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void stop(Process service) throws InterruptedException {
    service.destroy();
    if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      service.destroyForcibly();
    }
  }

  private Client connect(Process service) {
    while (true) {
      try {
        Client client = new Client(tree);
        client.socket = http.newWebSocketBuilder().buildAsync(address, client).join();
        return client;
      } catch (CompletionException _) {
        expect(service.isAlive(), "the service ended before it listened");
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static String jcmd(Process service, String what) throws Exception {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(service.pid()),
                what)
            .redirectErrorStream(true)
            .start();
    String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return text;
  }

  private static void report(String what, List<long[]> runs) {
    String[] columns = {
      "listening", "answered", "processors until then", "compared", "current"
    };
    for (int column = 0; column < columns.length; column++) {
      int at = column;
      long[] sorted = runs.stream().mapToLong(run -> run[at]).sorted().toArray();
      System.out.printf(
          "%s, %s: median %d ms, fastest %d ms%n",
          what, columns[column], sorted[sorted.length / 2], sorted[0]);
    }
  }

  /** What all threads have used so far; a machine that others use too changes it little. */
  private static long processorMillis(Process service) {
    return service.info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void expect(boolean holds, String shown) {
    if (!holds) {
      System.err.println("not as expected: " + shown.substring(0, Math.min(500, shown.length())));
      System.exit(1);
    }
  }

  /** One request at a time. */
  private static final class Client implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final Path tree;
    private WebSocket socket;

    Client(Path tree) {
      this.tree = tree;
    }

    String call(String method, String params) throws InterruptedException {
      socket
          .sendText(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s}}"
                  .formatted(method, params),
              true)
          .join();
      String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      expect(frame != null, "no answer to " + method);
      return frame;
    }

    /** The status as soon as it contains {@code text}, or does not. */
    String await(String text, boolean contains) throws InterruptedException {
      String status = status();
      while (status.contains(text) != contains) {
        LockSupport.parkNanos(2_000_000);
        status = status();
      }
      return status;
    }

    private String status() throws InterruptedException {
      return call("workspace/status", "\"workspace\":" + quoted(tree));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        frames.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.abort();
    }
  }
}
