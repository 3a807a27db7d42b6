package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.Workspaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The methods about the service as a whole.
 *
 * <p><b>Threads:</b> thread-safe. The figures of one answer are read one after the other.
 */
@Singleton
final class DaemonMethods implements MethodGroup {
  private final Workspaces workspaces;
  private final LongSupplier nanoClock;
  private final Instant startedAt;
  private final long startedNanos;
  private final String version;

  DaemonMethods(
      Workspaces workspaces,
      InstantSource clock,
      LongSupplier nanoClock,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.workspaces = workspaces;
    this.nanoClock = nanoClock;
    this.startedAt = clock.instant();
    this.startedNanos = nanoClock.getAsLong();
    this.version = version;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        RpcMethod.named("daemon/status")
            .summary("Answers what the service holds and how much memory that takes.")
            .answers(
                ResultShape.of("The service's status.")
                    .field("version", "string", "The service's version.")
                    .field("startedAt", "string", "When it was started.")
                    .field("uptimeMs", "integer", "How long ago that was.")
                    .field(
                        "memory", "object", "Bytes: limit, loaded, reserved, retained, highWater.")
                    .field("workspaces", "array", "The status of each workspace.")
                    .field("truncated", "boolean", "Whether that list was cut to fit the answer.")
                    .field("connections", "integer", "Open connections.")
                    .field("inFlight", "integer", "Requests whose work has not ended."))
            .blocking((_, context) -> status(context)));
  }

  private ObjectNode status(RequestContext context) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result
        .put("version", version)
        .put("startedAt", Meta.time(startedAt))
        .put("uptimeMs", Duration.ofNanos(nanoClock.getAsLong() - startedNanos).toMillis());
    MemoryBudget.Figures memory = workspaces.budget().figures();
    result
        .putObject("memory")
        .put("limit", memory.limitBytes())
        .put("loaded", memory.loadedBytes())
        .put("reserved", memory.reservedBytes())
        .put("retained", memory.retainedBytes())
        .put("highWater", memory.highWaterBytes());
    List<LoadedWorkspace> all = workspaces.list();
    ArrayNode items = result.putArray("workspaces");
    for (LoadedWorkspace workspace : all) {
      ObjectNode item = WorkspaceStatus.of(workspace);
      if (!context.budget().charge(item)) {
        break;
      }
      items.add(item);
    }
    return result
        .put("truncated", items.size() < all.size())
        .put("connections", context.openConnections())
        .put("inFlight", context.requestsInFlight());
  }
}
