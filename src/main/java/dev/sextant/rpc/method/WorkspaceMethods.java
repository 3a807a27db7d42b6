package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.UnloadForce;
import dev.sextant.rebuild.Unloaded;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcHandler;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The methods about what is loaded.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class WorkspaceMethods implements MethodGroup {
  private static final Parameter FORCE =
      Parameter.flagDefaultFalse("force", "Whether a pinned workspace is dropped too.");

  private final Workspaces workspaces;
  private final Rebuilds rebuilds;
  private final GraphMethods graphs;

  WorkspaceMethods(Workspaces workspaces, Rebuilds rebuilds, GraphMethods graphs) {
    this.workspaces = workspaces;
    this.rebuilds = rebuilds;
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        load(), unload(), reset(), list(), status(), pin("workspace/pin"), pin("workspace/unpin"));
  }

  private RpcMethod load() {
    return RpcMethod.named("workspace/load")
        .summary("Loads a folder; a second load of the same root joins the first.")
        .takes(
            Parameter.required("root", ParameterType.text(), "Absolute path of the folder."),
            Parameter.withDefault(
                "rootMode",
                ParameterType.choice("gitRoot", "workspaceFolder", "workspaceRoot"),
                "gitRoot",
                "How the root follows from the folder: the work tree around it, or itself."),
            Parameter.optional(
                "scip",
                ParameterType.text(),
                "Path of a SCIP index, absolute or relative to the root: what it says of files that"
                    + " have not changed since is exact. If absent, the one it is loaded with."),
            Parameter.flagDefaultFalse("pin", "Whether to exempt it from eviction."),
            Parameter.flagDefaultTrue("wait", "Whether to answer only when it is loaded."))
        .answers(WorkspaceStatus.SHAPE)
        .fails(
            RpcErrorKind.NOT_FOUND,
            RpcErrorKind.REFUSED_BY_POLICY,
            RpcErrorKind.BUILD_FAILED,
            RpcErrorKind.MEMORY_BUDGET,
            RpcErrorKind.TOO_BUSY)
        .asynchronous(this::loaded);
  }

  private Uni<ObjectNode> loaded(Arguments arguments, RequestContext context) {
    LoadRequest request =
        new LoadRequest(
            path("root", arguments.text("root")),
            RootMode.ofWireName(arguments.text("rootMode")).orElseThrow(),
            arguments.flag("pin"),
            arguments.optionalText("scip").map(text -> path("scip", text)));
    Uni<LoadedWorkspace> loaded =
        arguments.flag("wait")
            ? rebuilds.load(request).emitOn(context.workers())
            : Uni.createFrom().item(() -> rebuilds.startLoad(request));
    return loaded
        .map(workspace -> Meta.add(WorkspaceStatus.of(workspace), workspace, context))
        .onFailure()
        .transform(RuntimeErrors::translated);
  }

  private RpcMethod unload() {
    return RpcMethod.named("workspace/unload")
        .summary("Forgets a workspace; harmless when there is none.")
        .takes(GraphMethods.WORKSPACE)
        .takes(FORCE)
        .answers(
            ResultShape.of("What was changed.")
                .field("workspace", "string", "Its id.")
                .field("wasLoaded", "boolean", "Whether there was such a workspace.")
                .field("cancelledRebuild", "boolean", "Whether a build was cancelled for it."))
        .fails(RpcErrorKind.PINNED)
        .by(refusable((arguments, _) -> unloaded(arguments)));
  }

  private ObjectNode unloaded(Arguments arguments) {
    Unloaded unloaded = rebuilds.unload(arguments.text("workspace"), force(arguments));
    return JsonNodeFactory.instance
        .objectNode()
        .put("workspace", unloaded.workspace())
        .put("wasLoaded", unloaded.wasLoaded())
        .put("cancelledRebuild", unloaded.cancelledRebuild());
  }

  private RpcMethod reset() {
    return RpcMethod.named("workspace/reset")
        .summary("Drops the graph of a workspace and keeps the workspace.")
        .takes(GraphMethods.WORKSPACE)
        .takes(FORCE)
        .answers(WorkspaceStatus.SHAPE)
        .fails(RpcErrorKind.NOT_LOADED, RpcErrorKind.RESET_WHILE_BUSY, RpcErrorKind.PINNED)
        .by(
            refusable(
                (arguments, context) -> {
                  LoadedWorkspace workspace =
                      rebuilds.reset(arguments.text("workspace"), force(arguments));
                  return Meta.add(WorkspaceStatus.of(workspace), workspace, context);
                }));
  }

  private RpcMethod list() {
    return RpcMethod.named("workspace/list")
        .summary("Lists all workspaces with their status, by id.")
        .answers(
            ResultShape.of("All workspaces.")
                .field("items", "array", "The status of each.")
                .field("total", "integer", "How many there are.")
                .field("truncated", "boolean", "Whether the list was cut to fit the answer."))
        .blocking((_, context) -> listed(context));
  }

  private ObjectNode listed(RequestContext context) {
    List<LoadedWorkspace> all = workspaces.list();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode items = result.putArray("items");
    for (LoadedWorkspace workspace : all) {
      ObjectNode item = WorkspaceStatus.of(workspace);
      if (!context.budget().charge(item)) {
        break;
      }
      items.add(item);
    }
    return result.put("total", all.size()).put("truncated", items.size() < all.size());
  }

  private RpcMethod status() {
    return RpcMethod.named("workspace/status")
        .summary("Answers the status of one workspace.")
        .takes(GraphMethods.WORKSPACE)
        .answers(WorkspaceStatus.SHAPE)
        .fails(RpcErrorKind.NOT_LOADED)
        .blocking(
            (arguments, context) -> {
              LoadedWorkspace workspace = graphs.workspace(arguments);
              return Meta.add(WorkspaceStatus.of(workspace), workspace, context);
            });
  }

  private RpcMethod pin(String name) {
    boolean pins = name.endsWith("/pin");
    return RpcMethod.named(name)
        .summary(pins ? "Exempts a workspace from eviction." : "Makes a workspace evictable again.")
        .takes(GraphMethods.WORKSPACE)
        .answers(
            ResultShape.of("What was changed.")
                .field("workspace", "string", "Its id.")
                .field("pinned", "boolean", "Whether it is pinned now.")
                .field("changed", "boolean", "Whether that was otherwise before."))
        .fails(RpcErrorKind.NOT_LOADED)
        .blocking(
            (arguments, context) -> {
              LoadedWorkspace workspace = graphs.workspace(arguments);
              boolean changed = pins ? workspace.notes().pin() : workspace.notes().unpin();
              ObjectNode result = JsonNodeFactory.instance.objectNode();
              result.put("workspace", workspace.id()).put("pinned", pins).put("changed", changed);
              return Meta.add(result, workspace, context);
            });
  }

  /** A handler whose refusals by the runtime are answered as errors of the protocol. */
  static RpcHandler refusable(RpcHandler.Body body) {
    return new RpcHandler.Asynchronous(
        (arguments, context) ->
            Uni.createFrom()
                .item(() -> body.answer(arguments, context))
                .onFailure()
                .transform(RuntimeErrors::translated));
  }

  private static UnloadForce force(Arguments arguments) {
    return arguments.flag("force") ? UnloadForce.IGNORE_PIN : UnloadForce.RESPECT_PIN;
  }

  private static Path path(String parameter, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw RpcError.of(
              RpcErrorKind.INVALID_PARAMS, "parameter " + parameter + " is no path on this system")
          .with("parameter", parameter)
          .exception();
    }
  }
}
