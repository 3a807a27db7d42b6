package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Pass;
import dev.sextant.index.PassProgress;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rebuild.Rebuilds;
import dev.sextant.rpc.EngineFixture;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.ServeSettings;
import dev.sextant.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every method on a graph shares: refusals, freshness and meta. */
class GraphMethodsTest {
  private static final Duration CAP = Duration.ofHours(6);

  private final ExecutorService passes = Executors.newCachedThreadPool();
  private final TestRuntime runtime = new TestRuntime(passes);
  private final ManualClock clock = runtime.clock;
  private final Workspaces workspaces = runtime.workspaces;
  private final Rebuilds rebuilds = runtime.rebuilds;
  private final GraphMethods graphs =
      new GraphMethods(workspaces, rebuilds, runtime.unwatched(), new ServeSettings(CAP), clock);
  private final EngineFixture engine =
      EngineFixture.answering(
          () ->
              List.of(
                  graphs
                      .named("test/graph")
                      .by(
                          graphs.answering(
                              (published, _, _) ->
                                  JsonNodeFactory.instance
                                      .objectNode()
                                      .put("seen", published.generation())))));

  @TempDir Path root;
  private String id = "";
  private volatile String failure = "";
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @BeforeEach
  void name() throws Exception {
    id = root.toRealPath().toString();
    runtime.builds.doing(this::pass);
  }

  @AfterEach
  void stop() {
    gate.countDown();
    rebuilds.close();
    engine.close();
    passes.shutdownNow();
  }

  @Test
  void answersFromThePublishedGraphAndSaysWhichItWas() throws Exception {
    LoadedWorkspace workspace = load();
    clock.advance(Duration.ofMinutes(1));

    JsonNode result = ask("").path("result");

    assertThat(result.path("seen").asLong()).isEqualTo(1);
    JsonNode meta = result.path("meta");
    assertThat(meta.path("workspace").asText()).isEqualTo(id);
    assertThat(meta.path("generation").asLong()).isEqualTo(1);
    assertThat(meta.path("state").asText()).isEqualTo("Loaded");
    assertThat(meta.path("stale").asBoolean()).isFalse();
    assertThat(meta.path("watch").asText()).isEqualTo("off");
    assertThat(meta.has("lastError")).isFalse();
    assertThat(meta.has("freshness")).isFalse();
    assertThat(meta.path("tookMs").isIntegralNumber()).isTrue();
    assertThat(workspaces.budget().openLeases()).isZero();
    assertThat(workspace.notes().idle()).isZero();
  }

  @Test
  void refusesAWorkspaceThatIsNotLoaded() throws Exception {
    JsonNode error = ask("").path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32004);
    assertThat(error.path("message").asText()).contains(id);
  }

  @Test
  void bringsAnEvictedWorkspaceBackForTheFirstQuestion() throws Exception {
    LoadedWorkspace workspace = load();
    assertThat(workspace.evict()).isTrue();

    JsonNode result = ask("").path("result");

    assertThat(result.path("seen").asLong()).isEqualTo(2);
    assertThat(result.at("/meta/state").asText()).isEqualTo("Loaded");
    assertThat(workspace.isAway()).isFalse();
  }

  @Test
  void saysWhenAnEvictedWorkspaceIsNotBackInTime() throws Exception {
    LoadedWorkspace workspace = load();
    assertThat(workspace.evict()).isTrue();
    gate = new CountDownLatch(1);

    JsonNode error =
        engine
            .ask("test/graph", "{\"workspace\":\"" + id + "\",\"deadlineMs\":1000}")
            .path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32004);
    assertThat(error.at("/data/retryable").asBoolean()).isTrue();
    assertThat(error.at("/data/reason").asText()).isEqualTo("loading");
    assertThat(error.at("/data/state").asText()).isEqualTo("Loading");
    gate.countDown();
    assertThat(ask("").path("result").path("seen").asLong()).isEqualTo(2);
  }

  @Test
  void saysWhyAnEvictedWorkspaceCannotComeBack() throws Exception {
    LoadedWorkspace workspace = load();
    assertThat(workspace.evict()).isTrue();
    failure = "out of luck";

    JsonNode error = ask("").path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32004);
    assertThat(error.path("message").asText()).contains("out of luck");
    assertThat(error.at("/data/reason").asText()).isEqualTo("buildFailed");
  }

  @Test
  void refusesAWorkspaceThatWasNeverBuilt() throws Exception {
    failure = "out of luck";
    assertThat(rebuilds.load(request()).onFailure().recoverWithNull().await().indefinitely())
        .isNull();

    JsonNode error = ask("").path("error");

    assertThat(error.path("code").asInt()).isEqualTo(-32001);
    assertThat(error.path("data").path("lastError").asText()).contains("out of luck");
  }

  @Test
  void servesTheLastGoodGraphStaleUntilTheCap() throws Exception {
    LoadedWorkspace workspace = load();
    failure = "out of luck";
    rebuilds
        .rebuild(workspace, RebuildMode.FULL)
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();

    JsonNode meta = ask("").path("result").path("meta");
    assertThat(meta.path("stale").asBoolean()).isTrue();
    assertThat(meta.path("state").asText()).isEqualTo("Failed");
    assertThat(meta.path("lastError").asText()).contains("out of luck");

    clock.advance(CAP.plusHours(1));
    JsonNode error = ask("").path("error");
    assertThat(error.path("code").asInt()).isEqualTo(-32002);
    assertThat(error.path("data").path("ageHours").asDouble()).isEqualTo(7);
    assertThat(error.path("data").path("capHours").asDouble()).isEqualTo(6);
    assertThat(error.path("data").path("lastError").asText()).contains("out of luck");
    assertThat(error.path("data").has("lastGoodAt")).isTrue();
  }

  @Test
  void answersAtOnceWhenTheGenerationIsThere() throws Exception {
    load();

    assertThat(freshness("{\"atLeast\":1}")).isEqualTo("met");
  }

  @Test
  void saysWhenTheGenerationDidNotComeInTime() throws Exception {
    load();

    assertThat(freshness("{\"atLeast\":2,\"waitMs\":20}")).isEqualTo("timedOut");
    assertThat(freshness("{\"atLeast\":2,\"waitMs\":0}")).isEqualTo("timedOut");
  }

  @Test
  void waitsForTheGeneration() throws Exception {
    LoadedWorkspace workspace = load();
    BlockingQueue<String> sent =
        engine.askAndListen("test/graph", params("{\"atLeast\":3,\"waitMs\":20000}"));

    rebuilds.rebuild(workspace, RebuildMode.FULL).await().indefinitely();
    assertThat(sent).isEmpty();
    rebuilds.rebuild(workspace, RebuildMode.FULL).await().indefinitely();

    assertThat(sent.poll(20, TimeUnit.SECONDS)).contains("\"seen\":3").contains("\"met\"");
  }

  @Test
  void buildsAgainForAnswersThatMustHaveTheFilesOfNow() throws Exception {
    load();

    JsonNode result = ask("{\"sync\":true,\"waitMs\":20000}").path("result");

    assertThat(result.path("seen").asLong()).isEqualTo(2);
    assertThat(result.path("meta").path("freshness").asText()).isEqualTo("met");
  }

  @Test
  void answersWithTheOldGraphWhenTheBuildTakesTooLongOrFails() throws Exception {
    load();
    gate = new CountDownLatch(1);
    JsonNode late = ask("{\"sync\":true,\"waitMs\":20}").path("result");
    assertThat(late.path("seen").asLong()).isEqualTo(1);
    assertThat(late.path("meta").path("freshness").asText()).isEqualTo("timedOut");

    failure = "out of luck";
    gate.countDown();
    JsonNode failed = ask("{\"sync\":true,\"waitMs\":20000}").path("result");
    assertThat(failed.path("meta").path("freshness").asText()).isEqualTo("timedOut");
    assertThat(failed.path("meta").path("stale").asBoolean()).isTrue();
  }

  @Test
  void answersWhileTheFirstLoadIsUnderWayThatThereIsNothingYet() throws Exception {
    gate = new CountDownLatch(1);
    LoadedWorkspace workspace = rebuilds.startLoad(request());

    JsonNode error = ask("").path("error");
    assertThat(error.path("code").asInt()).isEqualTo(-32004);
    assertThat(error.path("data").path("state").asText()).isEqualTo("Loading");

    BlockingQueue<String> sent =
        engine.askAndListen("test/graph", params("{\"atLeast\":1,\"waitMs\":20000}"));
    gate.countDown();
    assertThat(sent.poll(20, TimeUnit.SECONDS)).contains("\"seen\":1");
    assertThat(workspace.generation()).isEqualTo(1);
  }

  private LoadedWorkspace load() {
    return rebuilds.load(request()).await().indefinitely();
  }

  private LoadRequest request() {
    return new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false);
  }

  private String freshness(String wanted) throws Exception {
    return ask(wanted).path("result").path("meta").path("freshness").asText();
  }

  private JsonNode ask(String freshness) throws Exception {
    return engine.ask("test/graph", params(freshness));
  }

  private String params(String freshness) {
    String more = freshness.isEmpty() ? "" : ",\"freshness\":" + freshness;
    return "{\"workspace\":\"" + id + "\"" + more + "}";
  }

  /** A pass that waits at the gate, and fails if the test has said so by then. */
  private void pass(Pass pass, PassProgress progress, Cancellation cancellation) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    cancellation.check();
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }
}
