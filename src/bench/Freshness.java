import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private final Client client;
  private final Path tree;

  private Freshness(Client client, Path tree) {
    this.client = client;
    this.tree = tree;
  }

  public static void main(String[] arguments) throws Exception {
    int edits = Integer.parseInt(System.getenv().getOrDefault("EDITS", "200"));
    int rest = Integer.parseInt(System.getenv().getOrDefault("REST", "60"));
    Path tree = Path.of(arguments[1]).toRealPath();
    Path file = tree.resolve(arguments[2]);
    String body = arguments[3];
    Client client = new Client(Integer.parseInt(arguments[0]));
    Freshness edited = new Freshness(client, tree);
    client.call("workspace/load", "\"root\":\"" + tree + "\",\"rootMode\":\"workspaceFolder\"");
    String text = Files.readString(file);
    try {
      edited.ask(arguments[2], "");
      List<Double> asked = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        String mark = " int asked" + edit + " = " + edit + ";";
        long start = System.nanoTime();
        Files.writeString(file, text.replace(body, body + mark));
        edited.ask(arguments[2], mark);
        asked.add((System.nanoTime() - start) / 1e6);
      }
      print("asked at once", asked);

      client.call("workspace/subscribe", "\"events\":[\"generation\"]");
      List<Double> told = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        client.forgetEvents();
        String mark = " int told" + edit + " = " + edit + ";";
        long start = System.nanoTime();
        Files.writeString(file, text.replace(body, body + mark));
        String event = client.event();
        told.add((System.nanoTime() - start) / 1e6);
        if (!event.contains("\"changed\":[\"" + arguments[2] + "\"]")) {
          Client.fail("told something else", event);
        }
        edited.ask(arguments[2], mark);
      }
      print("told", told);
    } finally {
      Files.writeString(file, text);
    }
    edited.ask(arguments[2], "");

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
        client.call(
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
      Client.fail("not fresh, with " + mark, answer.substring(Math.max(0, answer.length() - 600)));
    }
  }
}
