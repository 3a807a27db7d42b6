package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recorded conversation that is held again with a running service; all it needs is the service's
 * address.
 *
 * <p>One line is one step:
 *
 * <ul>
 *   <li>{@code > TEXT} sends a text frame; {@code ${repeat N TEXT}} inside stands for N times TEXT,
 *       and {@code ${folder NAME}} for the absolute path of the folder NAME of the test workspaces.
 *   <li>{@code < JSON} receives exactly one frame that matches.
 *   <li>{@code <~ JSON}: this line and those of the kind around it match as many frames, in any
 *       order.
 *   <li>{@code <* JSON} among those lines passes over every frame that matches, however many come.
 *   <li>{@code < close CODE} waits until the service closes the connection.
 *   <li>{@code # ...} and empty lines are remarks.
 * </ul>
 *
 * <p>In expected JSON the string {@code "<any>"} matches every value, {@code "<has X>"} every text
 * containing X, and a member {@code "...": "<any>"} allows members that are not named. An array of
 * answers to a batch matches in any order when its first item is {@code "<any order>"}.
 */
final class Transcript {
  private static final Pattern REPEAT = Pattern.compile("\\$\\{repeat (\\d+) ([^}]+)}");

  private static final Pattern FOLDER = Pattern.compile("\\$\\{folder ([^}]+)}");

  private final String name;
  private final List<String> lines;

  private Transcript(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Reads a transcript. */
  static Transcript read(Path file) throws IOException {
    return new Transcript(file.getFileName().toString(), Files.readAllLines(file));
  }

  /** Holds the conversation on one fresh connection. */
  void replay(URI uri) {
    try (RpcClient client = RpcClient.connect(uri)) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        String place = name + ":" + (i + 1);
        if (line.startsWith(">")) {
          client.send(expand(line.substring(1).strip()));
        } else if (isUnordered(line)) {
          int end = i;
          while (end < lines.size() && isUnordered(lines.get(end).strip())) {
            end++;
          }
          receiveInAnyOrder(client, lines.subList(i, end), place);
          i = end - 1;
        } else if (line.startsWith("< ")) {
          receive(client, expand(line.substring(2)), place);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          throw new AssertionError(place + ": not a step: " + line);
        }
      }
    }
  }

  private static boolean isUnordered(String line) {
    return line.startsWith("<~ ") || line.startsWith("<* ");
  }

  private static void receive(RpcClient client, String expected, String place) {
    String actual = client.next();
    if (expected.startsWith("close ")) {
      assertThat(actual).as(place).isEqualTo(expected);
    } else {
      assertThat(matches(RpcClient.json(expected), RpcClient.json(actual)))
          .as("%s%nexpected %s%nreceived %s", place, expected, actual)
          .isTrue();
    }
  }

  private static void receiveInAnyOrder(RpcClient client, List<String> steps, String place) {
    List<JsonNode> open = new ArrayList<>();
    List<JsonNode> passedOver = new ArrayList<>();
    for (String step : steps) {
      JsonNode expected = RpcClient.json(expand(step.strip().substring(3)));
      (step.strip().startsWith("<*") ? passedOver : open).add(expected);
    }
    while (!open.isEmpty()) {
      JsonNode actual = client.nextJson();
      boolean fits =
          removeMatch(open, actual) || passedOver.stream().anyMatch(over -> matches(over, actual));
      assertThat(fits).as("%s%nexpected one of %s%nreceived %s", place, open, actual).isTrue();
    }
  }

  private static boolean removeMatch(List<JsonNode> open, JsonNode actual) {
    for (JsonNode expected : open) {
      if (matches(expected, actual)) {
        return open.remove(expected);
      }
    }
    return false;
  }

  private static boolean matches(JsonNode expected, JsonNode actual) {
    if (expected.isTextual()) {
      String text = expected.textValue();
      if (text.equals("<any>")) {
        return true;
      }
      if (text.startsWith("<has ")) {
        return actual.asText().contains(text.substring(5, text.length() - 1));
      }
    }
    if (expected.isObject()) {
      return actual.isObject() && membersMatch(expected, actual);
    }
    if (expected.isArray()) {
      return actual.isArray() && itemsMatch(expected, actual);
    }
    return expected.equals(actual);
  }

  private static boolean membersMatch(JsonNode expected, JsonNode actual) {
    boolean more = expected.has("...");
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      JsonNode value = actual.get(member.getKey());
      if (!member.getKey().equals("...") && (value == null || !matches(member.getValue(), value))) {
        return false;
      }
    }
    return more || expected.size() == actual.size();
  }

  private static boolean itemsMatch(JsonNode expected, JsonNode actual) {
    List<JsonNode> open = new ArrayList<>();
    expected.forEach(open::add);
    boolean anyOrder = !open.isEmpty() && open.getFirst().asText().equals("<any order>");
    if (anyOrder) {
      open.removeFirst();
    }
    if (open.size() != actual.size()) {
      return false;
    }
    for (JsonNode item : actual) {
      boolean fits = anyOrder ? removeMatch(open, item) : matches(open.removeFirst(), item);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static String expand(String line) {
    String text =
        FOLDER
            .matcher(line)
            .replaceAll(found -> Matcher.quoteReplacement(folder(found.group(1)).toString()));
    Matcher matcher = REPEAT.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      String repeated = matcher.group(2).repeat(Integer.parseInt(matcher.group(1)));
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(repeated));
    }
    return matcher.appendTail(expanded).toString();
  }

  private static Path folder(String name) {
    return Path.of("src/test/resources/workspaces").toAbsolutePath().resolve(name);
  }
}
