package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.rpc.EngineFixture;
import dev.sextant.testing.TestRuntime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DaemonMethodsTest {
  private final TestRuntime runtime = new TestRuntime(Runnable::run);

  @Test
  void saysHowLongItHasRunWhenTheClockIsSetBack() throws Exception {
    try (EngineFixture engine =
        EngineFixture.answering(
            new DaemonMethods(runtime.workspaces, runtime.clock, runtime.clock, "1.2.3"))) {
      runtime.clock.advance(Duration.ofMinutes(5));
      runtime.clock.shift(Duration.ofDays(-1));

      JsonNode status = engine.ask("daemon/status", "{}").path("result");

      assertThat(status.path("version").asText()).isEqualTo("1.2.3");
      assertThat(status.path("startedAt").asText()).startsWith("2026-01-01T00:00:00");
      assertThat(status.path("uptimeMs").asLong()).isEqualTo(300_000);
    }
  }
}
