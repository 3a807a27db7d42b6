import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long after a save a client has an answer that knows of it, and what watching costs
 * while nothing happens.
 *
 * <p>{@code EDITS=200 REST=60 java src/bench/Freshness.java PORT TREE FILE BODY PID}: {@code FILE}
 * is written to and put back; {@code BODY} is a piece of text in a body that ends a statement; the
 * service runs on that port as that process, watches, and may load the tree. Three figures:
 *
 * <ul>
 *   <li>asked at once: a question with {@code sync} is sent right after the save;
 *   <li>told: from the save to the notification of the generation that has it, without asking;
 *   <li>at rest: processor time of the service over REST seconds in which nobody asks or saves.
 * </ul>
 *
 * <p>Every answer is checked: it must be marked met, have nothing pending, and show the line that was
 * just written.
 */
final class Freshness {
  private static final double TICKS_PER_SECOND = 100;

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> generations = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private final Path tree;

  private Freshness(int port, Path tree) {
    this.tree = tree;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/rpc"), new Listener())
            .join();
  }

  public static void main(String[] arguments) throws Exception {
    int edits = Integer.parseInt(System.getenv().getOrDefault("EDITS", "200"));
    int rest = Integer.parseInt(System.getenv().getOrDefault("REST", "60"));
    Path tree = Path.of(arguments[1]).toRealPath();
    Path file = tree.resolve(arguments[2]);
    String body = arguments[3];
    Freshness client = new Freshness(Integer.parseInt(arguments[0]), tree);
    client.call("workspace/load", "\"root\":\"" + tree + "\",\"rootMode\":\"workspaceFolder\"");
    String text = Files.readString(file);
    try {
      client.ask(arguments[2], "");
      List<Double> asked = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        String mark = " int asked" + edit + " = " + edit + ";";
        long start = System.nanoTime();
        Files.writeString(file, text.replace(body, body + mark));
        client.ask(arguments[2], mark);
        asked.add((System.nanoTime() - start) / 1e6);
      }
      print("asked at once", asked);

      client.call("workspace/subscribe", "\"events\":[\"generation\"]");
      List<Double> told = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        client.generations.clear();
        String mark = " int told" + edit + " = " + edit + ";";
        long start = System.nanoTime();
        Files.writeString(file, text.replace(body, body + mark));
        String event = client.generations.poll(60, TimeUnit.SECONDS);
        told.add((System.nanoTime() - start) / 1e6);
        if (event == null || !event.contains("\"changed\":[\"" + arguments[2] + "\"]")) {
          fail("told something else", String.valueOf(event));
        }
        client.ask(arguments[2], mark);
      }
      print("told", told);
    } finally {
      Files.writeString(file, text);
    }
    client.ask(arguments[2], "");

    Path stat = Path.of("/proc", arguments[4], "stat");
    TimeUnit.SECONDS.sleep(10);
    long before = ticks(stat);
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(rest);
    double seconds = (System.nanoTime() - start) / 1e9;
    double used = (ticks(stat) - before) / TICKS_PER_SECOND;
    System.out.printf(
        "at rest: %.2f s of processor in %.0f s, %.2f %% of a core%n",
        used, seconds, 100 * used / seconds);
    System.exit(0);
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    int last = sorted.size() - 1;
    System.out.printf(
        "%s, %d edits: p50 %.0f ms, p90 %.0f, p99 %.0f, slowest %.0f, fastest %.0f%n",
        what,
        sorted.size(),
        sorted.get(last / 2),
        sorted.get((int) Math.ceil(last * 0.9)),
        sorted.get((int) Math.ceil(last * 0.99)),
        sorted.get(last),
        sorted.getFirst());
  }

  /** Processor time of all threads, in ticks of the kernel. */
  private static long ticks(Path stat) throws IOException {
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private void ask(String file, String mark) throws InterruptedException {
    String answer =
        call(
            "file/read",
            "\"workspace\":\""
                + tree
                + "\",\"path\":\""
                + file
                + "\",\"freshness\":{\"sync\":true,\"waitMs\":60000}");
    boolean good =
        answer.contains("\"freshness\":\"met\"")
            && answer.contains("\"pendingFiles\":0")
            // The graph was made of the very text that is on disk.
            && answer.contains("\"changed\":false")
            && answer.contains(mark);
    if (!good) {
      fail("not fresh, with " + mark, answer.substring(Math.max(0, answer.length() - 600)));
    }
  }

  private String call(String method, String params) throws InterruptedException {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s,\"deadlineMs\":600000}}"
            .formatted(method, params);
    socket.sendText(request, true).join();
    String answer = answers.poll(600, TimeUnit.SECONDS);
    if (answer == null || answer.contains("\"error\":{")) {
      fail(method, String.valueOf(answer));
    }
    return answer;
  }

  private static void fail(String what, String answer) {
    System.err.println(what + ": " + answer);
    System.exit(1);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String frame = partial.toString();
        partial.setLength(0);
        (frame.contains("\"method\":\"workspace/event\"") ? generations : answers).add(frame);
      }
      from.request(1);
      return null;
    }
  }
}
