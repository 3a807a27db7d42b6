package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rebuild.RebuildOutcome;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The methods that build a loaded workspace again.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class RebuildMethods implements MethodGroup {
  private final Rebuilds rebuilds;
  private final GraphMethods graphs;

  RebuildMethods(Rebuilds rebuilds, GraphMethods graphs) {
    this.rebuilds = rebuilds;
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(rebuild(), cancelRebuild());
  }

  private RpcMethod rebuild() {
    return RpcMethod.named("workspace/rebuild")
        .summary("Builds a workspace again, after the build under way if there is one.")
        .takes(GraphMethods.WORKSPACE)
        .takes(
            Parameter.withDefault(
                "mode",
                ParameterType.choice("auto", "full"),
                "auto",
                "Whether to look at what changed, or at everything."),
            Parameter.flagDefaultTrue("wait", "Whether to answer only when it is published."))
        .answers(
            ResultShape.of("What the build came to; without waiting, only workspace and started.")
                .field("workspace", "string", "Its id.")
                .field("started", "boolean", "Whether the build was only started, not waited for.")
                .field(
                    "generation",
                    "integer",
                    "The generation published; the one served when nothing had changed.")
                .field("mode", "string", "How much was looked at.")
                .field("filesExtracted", "integer", "Files parsed.")
                .field(
                    "filesFromCache",
                    "integer",
                    "Files not parsed, as their content was seen before.")
                .field("referencesLinked", "integer", "References looked up.")
                .field(
                    "superseded",
                    "integer",
                    "Builds that were given up, one after the other, for this one to have later"
                        + " changes too.")
                .field("tookMs", "integer", "From the start of the build to its publication.")
                .field("passes", "array", "The passes in order: name, ms."))
        .fails(RpcErrorKind.NOT_LOADED, RpcErrorKind.BUILD_FAILED, RpcErrorKind.TOO_BUSY)
        .asynchronous(this::rebuilt);
  }

  private Uni<ObjectNode> rebuilt(Arguments arguments, RequestContext context) {
    LoadedWorkspace workspace = graphs.workspace(arguments);
    RebuildMode mode = arguments.text("mode").equals("full") ? RebuildMode.FULL : RebuildMode.AUTO;
    Uni<ObjectNode> result =
        arguments.flag("wait")
            ? rebuilds
                .rebuild(workspace, mode)
                .emitOn(context.workers())
                .map(outcome -> write(workspace, outcome))
            : Uni.createFrom().item(() -> started(workspace, mode));
    return result
        .map(fields -> Meta.add(fields, workspace, context))
        .onFailure()
        .transform(RuntimeErrors::translated);
  }

  private ObjectNode started(LoadedWorkspace workspace, RebuildMode mode) {
    rebuilds.startRebuild(workspace, mode);
    return JsonNodeFactory.instance
        .objectNode()
        .put("workspace", workspace.id())
        .put("started", true);
  }

  private static ObjectNode write(LoadedWorkspace workspace, RebuildOutcome outcome) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result
        .put("workspace", workspace.id())
        .put("started", false)
        .put("generation", outcome.generation())
        .put("mode", outcome.mode().wireName())
        .put("filesExtracted", outcome.filesExtracted())
        .put("filesFromCache", outcome.filesFromCache())
        .put("referencesLinked", outcome.referencesLinked())
        .put("superseded", outcome.superseded())
        .put("tookMs", outcome.took().toMillis());
    ArrayNode passes = result.putArray("passes");
    outcome
        .passes()
        .forEach(
            pass ->
                passes
                    .addObject()
                    .put("name", pass.pass().wireName())
                    .put("ms", pass.took().toMillis()));
    return result;
  }

  private RpcMethod cancelRebuild() {
    return RpcMethod.named("workspace/cancelRebuild")
        .summary("Cancels the build under way and the one that waits behind it.")
        .takes(GraphMethods.WORKSPACE)
        .answers(
            ResultShape.of("What was changed.")
                .field("workspace", "string", "Its id.")
                .field("cancelled", "boolean", "Whether there was something to cancel."))
        .fails(RpcErrorKind.NOT_LOADED)
        .blocking(
            (arguments, context) -> {
              LoadedWorkspace workspace = graphs.workspace(arguments);
              ObjectNode result = JsonNodeFactory.instance.objectNode();
              result
                  .put("workspace", workspace.id())
                  .put("cancelled", rebuilds.cancelRebuild(workspace));
              return Meta.add(result, workspace, context);
            });
  }
}
