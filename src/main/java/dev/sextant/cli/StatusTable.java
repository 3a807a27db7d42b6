package dev.sextant.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the answer of {@code daemon/status} is laid out for people. */
final class StatusTable {
  private static final List<String> HEAD =
      List.of("WORKSPACE", "STATE", "GENERATION", "FILES", "SYMBOLS", "EDGES", "MEMORY", "PEAK");

  private StatusTable() {}

  /** Lines about the service, then a row for each workspace, then what is wrong with any. */
  static String text(JsonNode status) {
    StringBuilder text = new StringBuilder();
    JsonNode memory = status.path("memory");
    text.append(
        "sextant %s, up %s, %d connections%n"
            .formatted(
                status.path("version").asText(),
                uptime(Duration.ofMillis(status.path("uptimeMs").asLong())),
                status.path("connections").asInt()));
    text.append(
        "memory %s, peak %s, limit %s%n"
            .formatted(size(memory, "loaded"), size(memory, "highWater"), size(memory, "limit")));
    JsonNode workspaces = status.path("workspaces");
    if (workspaces.isEmpty()) {
      return text.append("no workspaces%n".formatted()).toString();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    workspaces.forEach(workspace -> rows.add(row(workspace)));
    text.append(System.lineSeparator());
    append(rows, text);
    for (JsonNode workspace : workspaces) {
      if (workspace.has("lastError")) {
        text.append(
            "%n%s: %s%n"
                .formatted(
                    workspace.path("workspace").asText(), workspace.path("lastError").asText()));
      }
    }
    return text.toString();
  }

  private static List<String> row(JsonNode workspace) {
    String state = workspace.path("state").asText();
    return List.of(
        workspace.path("workspace").asText(),
        workspace.path("pinned").asBoolean() ? state + ", pinned" : state,
        workspace.path("generation").asText(),
        "%,d".formatted(workspace.path("files").asLong()),
        "%,d".formatted(workspace.path("symbols").asLong()),
        "%,d".formatted(workspace.path("edges").asLong()),
        size(workspace, "bytes"),
        size(workspace, "highWaterBytes"));
  }

  private static void append(List<List<String>> rows, StringBuilder text) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String padding = " ".repeat(widths[column] - row.get(column).length());
        // Names to the left, numbers to the right.
        line.append(column < 2 ? row.get(column) + padding : padding + row.get(column));
        line.append("  ");
      }
      text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
  }

  private static String size(JsonNode holder, String field) {
    return holder.path(field).isNumber() ? ByteSize.text(holder.path(field).asLong()) : "none";
  }

  private static String uptime(Duration up) {
    return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
  }
}
