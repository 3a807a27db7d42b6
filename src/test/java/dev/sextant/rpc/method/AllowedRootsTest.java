package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.rpc.EngineFixture;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.ServeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client is told that names a folder outside the allowed roots. */
class AllowedRootsTest {
  @TempDir Path folder;
  private Path allowed;
  private Path outside;
  private TestRuntime runtime;
  private EngineFixture engine;

  @BeforeEach
  void serve() throws IOException {
    Path real = folder.toRealPath();
    allowed = Files.createDirectory(real.resolve("allowed"));
    outside = Files.createDirectory(real.resolve("outside"));
    runtime = new TestRuntime(Runnable::run, List.of(allowed));
    GraphMethods graphs =
        new GraphMethods(
            runtime.workspaces,
            runtime.rebuilds,
            runtime.unwatched(),
            new ServeSettings(Duration.ZERO),
            runtime.clock);
    engine =
        EngineFixture.answering(new WorkspaceMethods(runtime.workspaces, runtime.rebuilds, graphs));
  }

  @AfterEach
  void stop() {
    runtime.rebuilds.close();
    engine.close();
  }

  @Test
  void refusesEveryWayOutAndThenLoadsWhatIsAllowed() throws Exception {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);

    assertRefused(load(outside));
    assertRefused(load(allowed.resolve("../outside")));
    assertRefused(load(link));
    assertThat(runtime.workspaces.list()).isEmpty();
    assertThat(load(allowed).path("result").path("state").asText()).isEqualTo("Loaded");
  }

  @Test
  void doesNotTellWhatIsOutside() throws Exception {
    Path missing = outside.resolve("missing");
    Path file = Files.writeString(outside.resolve("file"), "");

    assertThat(message(load(missing)).replace("missing", "file")).isEqualTo(message(load(file)));
  }

  private static void assertRefused(JsonNode answer) {
    assertThat(answer.path("error").path("code").asInt()).as("%s", answer).isEqualTo(-32007);
    assertThat(message(answer)).contains("outside the allowed roots", "sextant.allowed-roots");
    JsonNode about = answer.path("error").path("data");
    assertThat(about.path("reason").asText()).isEqualTo("rootNotAllowed");
    assertThat(about.path("advice").asText()).contains("allow the root");
  }

  private static String message(JsonNode answer) {
    return answer.path("error").path("message").asText();
  }

  private JsonNode load(Path root) throws InterruptedException {
    return engine.ask(
        "workspace/load",
        JsonNodeFactory.instance
            .objectNode()
            .put("root", root.toString())
            .put("rootMode", "workspaceFolder")
            .toString());
  }
}
