import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Holds a conversation about the JDK's sources with a running service, checks the answers and
 * prints it as Markdown.
 *
 * <p>{@code java src/bench/JdkTranscript.java ws://127.0.0.1:7433/rpc TREE}
 *
 * <p>The page says by what rule its frames are shortened. The exit code is 1 when an answer is not
 * the one expected.
 */
final class JdkTranscript {
  private static final int SHOWN_ITEMS = 3;
  private static final int SHOWN_CHARACTERS = 100;
  private static final long PATIENCE_SECONDS = 300;
  private static final String ARRAY_LIST = "java.base/java/util/ArrayList.java";

  private final WebSocket socket;
  private final Inbox inbox;
  private final String tree;
  private final List<Map<String, Object>> events = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int lastId;
  private boolean isFenced;

  private JdkTranscript(WebSocket socket, Inbox inbox, String tree) {
    this.socket = socket;
    this.inbox = inbox;
    this.tree = tree;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("usage: java JdkTranscript.java URL TREE");
      System.exit(2);
    }
    String tree = Path.of(arguments[1]).toRealPath().toString();
    Inbox inbox = new Inbox();
    boolean asExpected;
    try (HttpClient http = HttpClient.newHttpClient()) {
      WebSocket socket =
          http.newWebSocketBuilder().buildAsync(URI.create(arguments[0]), inbox).join();
      JdkTranscript transcript = new JdkTranscript(socket, inbox, tree);
      transcript.hold();
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      transcript.failures.forEach(System.err::println);
      asExpected = transcript.failures.isEmpty();
      http.shutdownNow();
    }
    System.exit(asExpected ? 0 : 1);
  }

  private void hold() throws InterruptedException {
    say(
        """
        # A conversation about the JDK's sources

        TREE holds three modules of the sources of a JDK, java.base, java.desktop and jdk.compiler.
        The page is written by the program that holds the conversation and checks the answers:

            ./sextant serve
            java src/bench/JdkTranscript.java ws://127.0.0.1:7433/rpc TREE > docs/transcript-jdk.md

        `>` is a frame sent and `<` one received, shortened by one rule:
        an array keeps %d items and says how many more there are, a text keeps %d characters,
        a range is written `line:character-line:character`, a symbol inside an item is its id,
        `meta` keeps four fields, and the path of the tree is TREE.

        Recorded on %s.\
        """
            .formatted(SHOWN_ITEMS, SHOWN_CHARACTERS, LocalDate.now(ZoneOffset.UTC)));
    heading("Hello, and a subscription");
    ask("session/hello", object("client", "jdk-transcript", "protocolVersion", 1));
    ask("workspace/subscribe", object("events", List.of("state", "progress", "generation")));
    load();
    callers();
    definition();
    references();
    cancelledRequest();
    cancelledRebuild();
  }

  private void load() throws InterruptedException {
    heading("Load");
    say("First without what may be loaded already; then without waiting.");
    ask("workspace/unload", object("workspace", tree));
    long id =
        send(
            "workspace/load",
            object("root", tree, "rootMode", "workspaceFolder", "wait", false));
    show("<", answer(id));
    until(event -> event.get("event").equals("generation"));
    say("Of the events, the first and the last of each pass:");
    showEvents();
    Map<String, Object> status = ask("workspace/status", object("workspace", tree));
    check("it is loaded", "Loaded".equals(at(status, "result", "state")));
  }

  private void callers() throws InterruptedException {
    heading("Who calls `ArrayList.grow`");
    say("Two methods have the name, so the service asks back.");
    Map<String, Object> several = ask("symbol/callers", about("name", "java.util.ArrayList.grow"));
    check("grow is ambiguous", code(several) == -32005);
    say("Each of the two:");
    for (Object candidate : list(at(several, "error", "data", "candidates"))) {
      Map<String, Object> one =
          ask("symbol/callers", about("symbol", at(candidate, "symbol"), "limit", 10));
      check("grow has callers", number(at(one, "result", "total")) > 0);
    }
  }

  private void definition() throws InterruptedException {
    heading("What a call means");
    say("The file's text gives the place: `grow(minCapacity)` in `ensureCapacity`.");
    Map<String, Object> file = ask("file/read", about("path", ARRAY_LIST));
    List<String> lines = String.valueOf(at(file, "result", "text")).lines().toList();
    int line = 0;
    while (!lines.get(line).contains("void ensureCapacity(")) {
      line++;
    }
    while (!lines.get(line).contains("grow(minCapacity)")) {
      line++;
    }
    int character = lines.get(line).indexOf("grow(minCapacity)");
    Map<String, Object> place = object("file", ARRAY_LIST, "line", line, "character", character);
    Map<String, Object> found = ask("symbol/definition", about("at", place));
    List<Object> items = list(at(found, "result", "items"));
    check(
        "the call means ArrayList.grow(int)",
        items.size() == 1
            && String.valueOf(at(items.getFirst(), "symbol"))
                .endsWith("java/util/ArrayList#grow(int)."));
  }

  private void references() throws InterruptedException {
    heading("Where it is used");
    Map<String, Object> used =
        ask(
            "symbol/references",
            about("name", "java.util.ArrayList.grow(int)", "includeDeclaration", true));
    check("grow(int) is used", number(at(used, "result", "total")) > 0);
  }

  private void cancelledRequest() throws InterruptedException {
    heading("A request, cancelled");
    say("A heavy one, ten calls deep, first left alone and then cancelled right behind it.");
    Map<String, Object> heavy =
        about(
            "name", "java.lang.Object.equals",
            "depth", 10,
            "minEvidence", "named",
            "limit", 5000);
    check("left alone it is answered", ask("symbol/callers", heavy).containsKey("result"));
    long id = send("symbol/callers", heavy);
    notify("$/cancelRequest", object("id", id));
    Map<String, Object> answer = answer(id);
    show("<", answer);
    check("the request is cancelled", code(answer) == -32800);
    say("One that waits for a generation that does not come:");
    id =
        send(
            "symbol/get",
            about(
                "name", "java.util.ArrayList",
                "freshness", object("atLeast", 1_000_000, "waitMs", 20_000)));
    notify("$/cancelRequest", object("id", id));
    answer = answer(id);
    show("<", answer);
    check("the waiting request is cancelled", code(answer) == -32800);
  }

  private void cancelledRebuild() throws InterruptedException {
    heading("A rebuild, cancelled");
    say("It is cancelled when its first files are read; it answers so, and nothing is published.");
    Object before = at(ask("workspace/status", object("workspace", tree)), "result", "generation");
    events.clear();
    long id = send("workspace/rebuild", object("workspace", tree, "mode", "full"));
    until(event -> "extract".equals(event.get("pass")));
    Map<String, Object> cancelled = ask("workspace/cancelRebuild", object("workspace", tree));
    check("there was a rebuild", Boolean.TRUE.equals(at(cancelled, "result", "cancelled")));
    Map<String, Object> answer = answer(id);
    show("<", answer);
    check("the rebuild is cancelled", code(answer) == -32800);
    until(event -> "Loaded".equals(event.get("to")));
    showEvents();
    Map<String, Object> after = ask("workspace/status", object("workspace", tree));
    check("nothing is published", before.equals(at(after, "result", "generation")));
    check("it is still served", "Loaded".equals(at(after, "result", "state")));
  }

  // ---- the conversation

  private Map<String, Object> ask(String method, Map<String, Object> params)
      throws InterruptedException {
    Map<String, Object> answer = answer(send(method, params));
    show("<", answer);
    return answer;
  }

  private long send(String method, Map<String, Object> params) {
    lastId++;
    frame(object("jsonrpc", "2.0", "id", (long) lastId, "method", method, "params", params));
    return lastId;
  }

  private void notify(String method, Map<String, Object> params) {
    frame(object("jsonrpc", "2.0", "method", method, "params", params));
  }

  private void frame(Map<String, Object> message) {
    socket.sendText(Json.write(message), true).join();
    show(">", message);
  }

  private Map<String, Object> answer(long id) throws InterruptedException {
    while (true) {
      Map<String, Object> message = next();
      if (Long.valueOf(id).equals(message.get("id"))) {
        return message;
      }
    }
  }

  /** Waits for an event; those that were kept before count too. */
  private void until(Predicate<Map<String, Object>> wanted) throws InterruptedException {
    while (events.stream().noneMatch(wanted)) {
      next();
    }
  }

  private Map<String, Object> next() throws InterruptedException {
    String text = inbox.frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (text == null || !text.startsWith("{")) {
      throw new IllegalStateException("no answer in " + PATIENCE_SECONDS + " s: " + text);
    }
    Map<String, Object> message = map(Json.read(text));
    if (!message.containsKey("id")) {
      events.add(map(message.get("params")));
    }
    return message;
  }

  private void check(String what, boolean holds) {
    say((holds ? "Checked: " : "**Not as expected**: ") + what + ".");
    if (!holds) {
      failures.add("not as expected: " + what);
    }
  }

  // ---- the page

  private void heading(String text) {
    say("## " + text);
  }

  private void say(String text) {
    if (isFenced) {
      System.out.println("```\n");
      isFenced = false;
    }
    System.out.println(text + "\n");
  }

  private void show(String arrow, Map<String, Object> message) {
    if (!isFenced) {
      System.out.println("```");
      isFenced = true;
    }
    System.out.println(arrow + " " + Json.write(shortened(message)));
  }

  private void showEvents() {
    for (int i = 0; i < events.size(); i++) {
      boolean isInside =
          i > 0
              && i < events.size() - 1
              && samePass(events.get(i - 1), events.get(i))
              && samePass(events.get(i), events.get(i + 1));
      if (!isInside) {
        show(
            "<",
            object("jsonrpc", "2.0", "method", "workspace/event", "params", events.get(i)));
      }
    }
  }

  private static boolean samePass(Map<String, Object> one, Map<String, Object> other) {
    return one.containsKey("pass") && one.get("pass").equals(other.get("pass"));
  }

  private Object shortened(Object value) {
    return switch (value) {
      case Map<?, ?> members -> shortened(members);
      case List<?> items -> {
        List<Object> shown = new ArrayList<>();
        items.stream().limit(SHOWN_ITEMS).forEach(item -> shown.add(shortened(item)));
        if (items.size() > SHOWN_ITEMS) {
          shown.add("... " + (items.size() - SHOWN_ITEMS) + " more");
        }
        yield shown;
      }
      case String text -> {
        String whole = text.replace(tree, "TREE");
        yield whole.length() > SHOWN_CHARACTERS
            ? whole.substring(0, SHOWN_CHARACTERS) + "..."
            : whole;
      }
      case null, default -> value;
    };
  }

  private Object shortened(Map<?, ?> members) {
    if (members.keySet().equals(Set.of("start", "end"))) {
      return place(members.get("start")) + "-" + place(members.get("end"));
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          if (name.equals("meta")) {
            Map<String, Object> meta = new LinkedHashMap<>(map(member));
            meta.keySet().retainAll(Set.of("generation", "state", "stale", "tookMs"));
            shown.put("meta", meta);
          } else if (Set.of("from", "to", "enclosing").contains(name) && member instanceof Map) {
            shown.put((String) name, at(member, "symbol"));
          } else {
            shown.put((String) name, shortened(member));
          }
        });
    return shown;
  }

  private static String place(Object position) {
    return at(position, "line") + ":" + at(position, "character");
  }

  // ---- JSON as maps, lists, texts, longs, doubles and booleans

  private Map<String, Object> about(Object... members) {
    Map<String, Object> params = object("workspace", tree);
    params.putAll(object(members));
    return params;
  }

  private static Map<String, Object> object(Object... members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      object.put((String) members[i], members[i + 1]);
    }
    return object;
  }

  private static Object at(Object value, String... names) {
    Object current = value;
    for (String name : names) {
      current = current instanceof Map<?, ?> members ? members.get(name) : null;
    }
    return current;
  }

  private static long code(Map<String, Object> answer) {
    return number(at(answer, "error", "code"));
  }

  private static long number(Object value) {
    return value instanceof Long number ? number : 0;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  /** Reads and writes JSON; the texts read are what the service wrote. */
  private static final class Json {
    private final String text;
    private int place;

    private Json(String text) {
      this.text = text;
    }

    static Object read(String text) {
      return new Json(text).value();
    }

    static String write(Object value) {
      StringBuilder out = new StringBuilder();
      write(value, out);
      return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
      switch (value) {
        case Map<?, ?> members -> {
          String separator = "{";
          for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            write(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
          }
          out.append(members.isEmpty() ? "{}" : "}");
        }
        case List<?> items -> {
          out.append('[');
          for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : ",");
            write(items.get(i), out);
          }
          out.append(']');
        }
        case String written -> {
          out.append('"');
          written.chars().forEach(unit -> out.append(escaped((char) unit)));
          out.append('"');
        }
        case null, default -> out.append(value);
      }
    }

    private static String escaped(char unit) {
      return switch (unit) {
        case '"' -> "\\\"";
        case '\\' -> "\\\\";
        case '\n' -> "\\n";
        default -> unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit);
      };
    }

    private Object value() {
      return switch (text.charAt(place)) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> number();
      };
    }

    private Object word(String word, Object value) {
      place += word.length();
      return value;
    }

    private Map<String, Object> object() {
      Map<String, Object> members = new LinkedHashMap<>();
      place++;
      while (text.charAt(place) != '}') {
        String name = string();
        place++;
        members.put(name, value());
        place += text.charAt(place) == ',' ? 1 : 0;
      }
      place++;
      return members;
    }

    private List<Object> array() {
      List<Object> items = new ArrayList<>();
      place++;
      while (text.charAt(place) != ']') {
        items.add(value());
        place += text.charAt(place) == ',' ? 1 : 0;
      }
      place++;
      return items;
    }

    private Object number() {
      int start = place;
      while (place < text.length() && "+-.eE0123456789".indexOf(text.charAt(place)) >= 0) {
        place++;
      }
      String digits = text.substring(start, place);
      return digits.matches("-?\\d+") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
    }

    private String string() {
      StringBuilder read = new StringBuilder();
      place++;
      while (text.charAt(place) != '"') {
        char unit = text.charAt(place++);
        read.append(unit == '\\' ? unescaped() : unit);
      }
      place++;
      return read.toString();
    }

    private char unescaped() {
      char letter = text.charAt(place++);
      return switch (letter) {
        case 'n' -> '\n';
        case 't' -> '\t';
        case 'r' -> '\r';
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'u' -> (char) Integer.parseInt(text.substring(place, place += 4), 16);
        default -> letter;
      };
    }
  }

  /** Collects the text frames. */
  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        frames.add(partial.toString());
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      frames.add("closed with " + code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      frames.add("failed: " + failure);
    }
  }
}
