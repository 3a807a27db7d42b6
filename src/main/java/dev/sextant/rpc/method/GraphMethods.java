package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rebuild.Watching;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.Parameters;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcHandler;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.GraphLease;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.ServeSettings;
import dev.sextant.workspace.ServeVerdict;
import dev.sextant.workspace.Workspaces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What all methods that answer from a workspace's graph share: finding the workspace, waiting for
 * the freshness asked for, the refusals, the lease, and {@code meta}.
 *
 * <p><b>Threads:</b> thread-safe. Queries run on the engine's workers; a wait takes no thread.
 *
 * <p><b>Errors:</b> -32004 not loaded, -32001 never built, -32002 stale past the cap.
 */
@Singleton
public final class GraphMethods {
  /** The parameter {@code workspace}. */
  static final Parameters WORKSPACE =
      Parameters.of(
          Parameter.required(
              "workspace",
              ParameterType.text(),
              "The workspace's id, or an absolute path inside it."));

  private static final double SECONDS_PER_HOUR = 3600;

  private final Workspaces workspaces;
  private final FreshnessWait freshness;
  private final ReturnWait returns;
  private final ServeSettings serving;
  private final InstantSource clock;

  GraphMethods(
      Workspaces workspaces,
      Rebuilds rebuilds,
      Watching watching,
      ServeSettings serving,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.freshness = new FreshnessWait(workspaces.events(), watching);
    this.returns = new ReturnWait(rebuilds);
    this.serving = serving;
    this.clock = clock;
  }

  /**
   * Starts the declaration of a method with the parameters {@code workspace} and {@code freshness}.
   */
  public RpcMethod.Declaration named(String name) {
    return RpcMethod.named(name)
        .takes(WORKSPACE)
        .takes(Freshness.PARAMETERS)
        .fails(
            RpcErrorKind.BUILD_FAILED,
            RpcErrorKind.STALE_EXPIRED,
            RpcErrorKind.NOT_LOADED,
            RpcErrorKind.CONTENT_CHANGED);
  }

  /** Starts the declaration of a method that also takes a symbol, in one of the three ways. */
  RpcMethod.Declaration aboutSymbol(String name) {
    return named(name)
        .takes(SymbolSelector.PARAMETERS)
        .fails(RpcErrorKind.AMBIGUOUS_SYMBOL, RpcErrorKind.NOT_FOUND);
  }

  /** Ends the declaration of a method that was started with {@link #named}. */
  public RpcHandler answering(GraphQuery query) {
    return new RpcHandler.Asynchronous((arguments, context) -> answer(query, arguments, context));
  }

  /** The workspace that a request names; throws -32004 when there is none. */
  LoadedWorkspace workspace(Arguments arguments) {
    String named = arguments.text("workspace");
    return find(named)
        .orElseThrow(
            () ->
                RpcError.of(
                        RpcErrorKind.NOT_LOADED,
                        "no workspace is loaded that is or holds %s".formatted(named))
                    .with("workspace", named)
                    .exception());
  }

  /** The workspace of that id, or the one that holds that absolute path. */
  Optional<LoadedWorkspace> find(String named) {
    return workspaces.find(named);
  }

  private Uni<ObjectNode> answer(GraphQuery query, Arguments arguments, RequestContext context) {
    LoadedWorkspace workspace = workspace(arguments);
    Freshness wanted = Freshness.of(arguments);
    boolean away = workspace.isAway();
    if (!wanted.isAsked() && !away) {
      ObjectNode result =
          answerNow(workspace, query, Freshness.Outcome.UNASKED, arguments, context);
      return Uni.createFrom().item(result);
    }
    Uni<LoadedWorkspace> there =
        away ? returns.of(workspace, context.remaining()) : Uni.createFrom().item(workspace);
    return there
        // A sync writes a file, which an event loop must not.
        .emitOn(context.workers())
        .chain(back -> freshness.until(back, wanted))
        .emitOn(context.workers())
        .map(outcome -> answerNow(workspace, query, outcome, arguments, context));
  }

  private ObjectNode answerNow(
      LoadedWorkspace workspace,
      GraphQuery query,
      Freshness.Outcome outcome,
      Arguments arguments,
      RequestContext context) {
    context.cancellation().check();
    workspace.notes().touch();
    refuse(workspace, workspace.serveVerdict(clock.instant(), serving.staleCap()));
    try (GraphLease lease = workspace.lease()) {
      if (lease.published().isEmpty()) {
        // Evicted between the verdict and the lease.
        refuse(workspace, new ServeVerdict.NotReady(workspace.state()));
      }
      ObjectNode result = query.answer(lease.published(), arguments, context);
      return Meta.add(result, workspace, lease.published(), outcome, context);
    }
  }

  private static void refuse(LoadedWorkspace workspace, ServeVerdict verdict) {
    switch (verdict) {
      case ServeVerdict.Fresh _, ServeVerdict.Stale _ -> {}
      case ServeVerdict.Expired expired ->
          throw RpcError.of(
                  RpcErrorKind.STALE_EXPIRED,
                  "the last good graph of %s is from %s, older than the cap of %s"
                      .formatted(workspace.id(), Meta.time(expired.lastGoodAt()), expired.cap()))
              .with("workspace", workspace.id())
              .with("ageHours", expired.age().toSeconds() / SECONDS_PER_HOUR)
              .with("capHours", expired.cap().toSeconds() / SECONDS_PER_HOUR)
              .with("lastGoodAt", Meta.time(expired.lastGoodAt()))
              .with("lastError", expired.lastError())
              .exception();
      case ServeVerdict.NeverGood never ->
          throw RpcError.of(
                  RpcErrorKind.BUILD_FAILED,
                  "%s was never built: %s".formatted(workspace.id(), never.lastError()))
              .with("workspace", workspace.id())
              .with("lastError", never.lastError())
              .exception();
      case ServeVerdict.NotReady waiting ->
          throw RpcError.of(
                  RpcErrorKind.NOT_LOADED,
                  "%s has no graph to answer from: it is %s"
                      .formatted(workspace.id(), waiting.state().wireName()))
              .with("workspace", workspace.id())
              .with("state", waiting.state().wireName())
              .exception();
    }
  }
}
