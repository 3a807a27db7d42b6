package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.index.ChangedFiles;
import dev.sextant.rpc.RpcConnection;
import dev.sextant.workspace.WorkspaceEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who wants to hear of which workspace, and the telling.
 *
 * <p><b>Threads:</b> thread-safe. Events are told on the publisher's thread, which never waits:
 * each connection queues for itself.
 */
final class Subscriptions {
  /** Stands for every workspace. */
  static final String ALL = "";

  private static final int MAX_PER_CONNECTION = 100;
  private static final String METHOD = "workspace/event";

  private final Map<RpcConnection, Map<String, Set<String>>> wishes = new ConcurrentHashMap<>();

  /** Sets what {@code connection} hears of {@code workspace}; false when it has too many wishes. */
  boolean add(RpcConnection connection, String workspace, Set<String> events) {
    AtomicBoolean first = new AtomicBoolean();
    Map<String, Set<String>> after =
        wishes.compute(
            connection,
            (_, before) -> {
              first.set(before == null);
              Map<String, Set<String>> changed =
                  before == null ? new HashMap<>() : new HashMap<>(before);
              if (changed.size() < MAX_PER_CONNECTION || changed.containsKey(workspace)) {
                changed.put(workspace, Set.copyOf(events));
              }
              return Map.copyOf(changed);
            });
    if (first.get()) {
      // Registered after the wish, so that a connection that has just ended leaves none behind.
      connection.whenClosed(() -> wishes.remove(connection));
    }
    return after.containsKey(workspace);
  }

  /** Takes back one wish; false when there was none. */
  boolean remove(RpcConnection connection, String workspace) {
    AtomicBoolean removed = new AtomicBoolean();
    // A connection without wishes stays, so that its end is registered for only once.
    var _ =
        wishes.computeIfPresent(
            connection,
            (_, before) -> {
              Map<String, Set<String>> changed = new HashMap<>(before);
              removed.set(changed.remove(workspace) != null);
              return Map.copyOf(changed);
            });
    return removed.get();
  }

  /** Tells everybody who wants to hear of it. */
  void tell(WorkspaceEvent event) {
    String word = word(event);
    for (Map.Entry<RpcConnection, Map<String, Set<String>>> entry : wishes.entrySet()) {
      Map<String, Set<String>> wish = entry.getValue();
      boolean wanted =
          wish.getOrDefault(event.workspace(), Set.of()).contains(word)
              || wish.getOrDefault(ALL, Set.of()).contains(word);
      if (wanted) {
        tell(entry.getKey(), event);
      }
    }
  }

  private static void tell(RpcConnection connection, WorkspaceEvent event) {
    if (event instanceof WorkspaceEvent.RebuildProgressed) {
      connection.events().offerLatest(METHOD, event.workspace(), write(event), EventSummary::of);
    } else {
      connection.events().offer(METHOD, write(event), EventSummary::of);
    }
  }

  private static String word(WorkspaceEvent event) {
    return switch (event) {
      case WorkspaceEvent.StateChanged _ -> "state";
      case WorkspaceEvent.RebuildProgressed _ -> "progress";
      case WorkspaceEvent.GenerationPublished _ -> "generation";
      case WorkspaceEvent.PinChanged _ -> "pin";
    };
  }

  private static ObjectNode write(WorkspaceEvent event) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.put("event", word(event)).put("workspace", event.workspace());
    switch (event) {
      case WorkspaceEvent.StateChanged changed ->
          params
              .put("from", changed.from().wireName())
              .put("to", changed.to().wireName())
              .put("generation", changed.generation());
      case WorkspaceEvent.RebuildProgressed progressed ->
          WorkspaceStatus.put(params, progressed.progress());
      case WorkspaceEvent.GenerationPublished published ->
          put(params.put("generation", published.generation()), published.changed());
      case WorkspaceEvent.PinChanged changed -> params.put("pinned", changed.pinned());
    }
    return params;
  }

  private static void put(ObjectNode params, ChangedFiles changed) {
    params.put("changedFiles", changed.count());
    if (changed.scope() == ChangedFiles.Scope.SINCE_BUILD_BEFORE) {
      changed.paths().forEach(params.putArray("changed")::add);
    }
  }
}
