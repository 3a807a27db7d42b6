package dev.sextant.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.index.Pass;
import dev.sextant.workspace.WorkspaceEvent;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.Workspaces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A method that holds the next build of a workspace where a pass begins, until a gate of {@link
 * HeldMethods} is opened.
 *
 * <p>The build's thread is kept in a listener. Subscribers of the protocol listen for longer, so
 * they have been told of the pass by then.
 */
@Singleton
public final class HeldBuilds implements MethodGroup {
  private static final long PATIENCE_SECONDS = 20;

  private final Workspaces workspaces;
  private final HeldMethods gates;
  private final Map<String, CompletableFuture<String>> arrivals = new ConcurrentHashMap<>();

  HeldBuilds(Workspaces workspaces, HeldMethods gates) {
    this.workspaces = workspaces;
    this.gates = gates;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        RpcMethod.named("test/holdBuild")
            .takes(
                Parameter.required("workspace", ParameterType.text(), "Its id."),
                Parameter.required(
                    "pass",
                    ParameterType.choice(
                        Arrays.stream(Pass.values()).map(Pass::wireName).toArray(String[]::new)),
                    "The pass."),
                Parameter.required("gate", ParameterType.text(), "The gate's name."))
            .blocking((arguments, _) -> held(arguments)));
  }

  private ObjectNode held(Arguments arguments) {
    Pass pass =
        Arrays.stream(Pass.values())
            .filter(one -> one.wireName().equals(arguments.text("pass")))
            .findFirst()
            .orElseThrow();
    hold(arguments.text("workspace"), pass, arguments.text("gate"));
    return JsonNodeFactory.instance.objectNode();
  }

  /** Holds the next build of {@code workspace} where {@code pass} begins. */
  void hold(String workspace, Pass pass, String gate) {
    CompletableFuture<WorkspaceEvents.Subscription> own = new CompletableFuture<>();
    own.complete(
        workspaces
            .events()
            .subscribe(
                event -> {
                  if (isStart(event, workspace, pass)) {
                    own.join().close();
                    arrival(gate).complete(gate);
                    waitAt(gate);
                  }
                }));
  }

  /** Completes when a build has come to {@code gate}. */
  CompletableFuture<String> arrival(String gate) {
    return arrivals.computeIfAbsent(gate, _ -> new CompletableFuture<>());
  }

  private static boolean isStart(WorkspaceEvent event, String workspace, Pass pass) {
    return event instanceof WorkspaceEvent.RebuildProgressed(String id, var progress)
        && id.equals(workspace)
        && progress.pass() == pass
        && progress.done() == 0;
  }

  private void waitAt(String gate) {
    try {
      gates.gate(gate).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("nobody opened " + gate, late);
    } catch (java.util.concurrent.ExecutionException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }
}
