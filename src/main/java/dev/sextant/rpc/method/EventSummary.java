package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One notification in place of many that a client did not read: of each workspace where it stands
 * now, how many notifications are left out, and nothing of what happened on the way.
 *
 * <p>A client that needs to know which files changed has to count all as changed.
 */
final class EventSummary {
  private EventSummary() {}

  /** Sums up parameters of {@code workspace/event}, the oldest first; may be summaries. */
  static ObjectNode of(List<ObjectNode> events) {
    Map<String, ObjectNode> workspaces = new TreeMap<>();
    int count = 0;
    for (ObjectNode event : events) {
      count += event.path("event").asText().equals("summary") ? event.path("events").asInt() : 1;
      JsonNode earlier = event.path("workspaces");
      if (earlier.isArray()) {
        earlier.forEach(one -> add(workspaces, one));
      } else {
        add(workspaces, event);
      }
    }
    ObjectNode summary = JsonNodeFactory.instance.objectNode();
    summary.put("event", "summary").put("events", count);
    summary.putArray("workspaces").addAll(workspaces.values());
    return summary;
  }

  private static void add(Map<String, ObjectNode> workspaces, JsonNode event) {
    String id = event.path("workspace").asText();
    ObjectNode one =
        workspaces.computeIfAbsent(
            id, name -> JsonNodeFactory.instance.objectNode().put("workspace", name));
    if (event.has("to")) {
      one.set("state", event.get("to"));
    } else if (event.has("state")) {
      one.set("state", event.get("state"));
    }
    if (event.path("generation").asLong() > one.path("generation").asLong()) {
      one.set("generation", event.get("generation"));
    }
  }
}
