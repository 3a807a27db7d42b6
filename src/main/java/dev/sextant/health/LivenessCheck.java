package dev.sextant.health;

import dev.sextant.rebuild.Rebuilds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether a restart would help: it would when a cancelled build does not stop, for its thread and
 * memory are then lost.
 */
@Liveness
final class LivenessCheck implements HealthCheck {
  static final String NAME = "rebuild-threads";
  static final Duration LOST_AFTER = Duration.ofMinutes(10);

  private final Rebuilds rebuilds;
  private final WorkspaceReport report;
  private final InstantSource clock;

  LivenessCheck(Rebuilds rebuilds, WorkspaceReport report, InstantSource clock) {
    this.rebuilds = rebuilds;
    this.report = report;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    Instant lost = clock.instant().minus(LOST_AFTER);
    long lostBuilds =
        rebuilds.attempts().stream()
            .filter(attempt -> attempt.cancelledAt().filter(lost::isAfter).isPresent())
            .count();
    return report
        .addTo(HealthCheckResponse.named(NAME).status(lostBuilds == 0))
        .withData("lostBuilds", lostBuilds)
        .build();
  }
}
