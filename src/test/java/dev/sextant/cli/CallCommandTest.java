package dev.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that speak to a running service. */
@QuarkusTest
class CallCommandTest {
  @TempDir Path folder;

  @TestHTTPResource("/rpc")
  URI http;

  @Test
  void printsTheResult() throws IOException {
    CommandRun run = run("call", "session/hello", "{\"client\":\"test\"}");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(run.out()).path("protocolVersion").asInt()).isEqualTo(1);
  }

  @Test
  void failsWithTheErrorOnStandardError() {
    CommandRun run = run("call", "workspace/status", "{\"workspace\":\"/nowhere\"}");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("sextant: ")
        .contains("/nowhere", "-32004", "notLoaded", "workspace/load");
  }

  @Test
  void readsAnAnswerOfManyFrames() {
    CommandRun run = run("call", "rpc.discover");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"openrpc\"");
  }

  @Test
  void saysThatBusyIsWorthTryingAgain() {
    CommandRun run = run("call", "test/busy");

    assertThat(run.exitCode()).isEqualTo(75);
    assertThat(run.err()).contains("-32011");
  }

  @Test
  void tellsTheStatus() {
    CommandRun run = run("status");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("sextant ", "memory ");
  }

  private CommandRun run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--url";
    all[arguments.length + 1] = http.toString().replaceFirst("^http", "ws");
    return CommandRun.of(folder, all);
  }
}
