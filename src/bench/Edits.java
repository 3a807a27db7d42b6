import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what edits of one file cost in a service that has a tree loaded: edits of a body, and of
 * the signature of a method.
 *
 * <p>{@code EDITS=30 java src/bench/Edits.java PORT TREE FILE BODY METHOD}: {@code FILE} is written
 * to and put back; {@code BODY} is a piece of text in a body that ends a statement, {@code METHOD}
 * the text up to and with the parenthesis that opens the parameters of a method. The service runs
 * on that port, may load the tree, and does not watch ({@code SEXTANT_WATCH_ENABLED=false}), for
 * what the watch has built already needs no rebuild.
 */
final class Edits {
  private static final Pattern PASS =
      Pattern.compile("\"name\":\"(\\w+)\",\"ms\":([0-9.]+)");
  private static final Pattern NUMBER =
      Pattern.compile("\"(mode|filesExtracted|filesLinked|referencesLinked|tookMs)\":\"?([\\w.]+)");

  private final Client client;
  private final Path tree;

  private Edits(Client client, Path tree) {
    this.client = client;
    this.tree = tree;
  }

  public static void main(String[] arguments) throws Exception {
    int edits = Integer.parseInt(System.getenv().getOrDefault("EDITS", "30"));
    Path tree = Path.of(arguments[1]).toRealPath();
    Path file = tree.resolve(arguments[2]);
    Client client = new Client(Integer.parseInt(arguments[0]));
    Edits edited = new Edits(client, tree);
    client.call("workspace/load", "\"root\":\"" + tree + "\",\"rootMode\":\"workspaceFolder\"");
    String text = Files.readString(file);
    try {
      List<Double> bodies = new ArrayList<>();
      for (int edit = 0; edit < edits; edit++) {
        String changed = " int edited" + edit + " = " + edit + ";";
        Files.writeString(file, text.replace(arguments[3], arguments[3] + changed));
        bodies.add(edited.rebuild("body " + edit));
      }
      Files.writeString(file, text);
      edited.rebuild("put back");
      List<Double> warm = bodies.subList(edits / 3, edits).stream().sorted().toList();
      System.out.printf(
          "bodies, the last %d: median %.0f ms, fastest %.0f, slowest %.0f%n",
          warm.size(), warm.get(warm.size() / 2), warm.getFirst(), warm.getLast());
      for (int edit = 0; edit < 3; edit++) {
        Files.writeString(
            file, text.replace(arguments[4], arguments[4] + "String[] more" + edit + ", "));
        edited.rebuild("signature " + edit);
      }
    } finally {
      Files.writeString(file, text);
    }
    edited.rebuild("put back");
    System.exit(0);
  }

  /** Rebuilds, prints what was done, and answers how long that took by the client's clock. */
  private double rebuild(String what) throws InterruptedException {
    long start = System.nanoTime();
    String answer = client.call("workspace/rebuild", "\"workspace\":\"" + tree + "\"");
    double millis = (System.nanoTime() - start) / 1e6;
    StringBuilder line = new StringBuilder("%s: %.0f ms".formatted(what, millis));
    for (Pattern pattern : List.of(NUMBER, PASS)) {
      Matcher found = pattern.matcher(answer);
      while (found.find()) {
        line.append(' ').append(found.group(1)).append(' ').append(found.group(2));
      }
    }
    System.out.println(line);
    return millis;
  }
}
