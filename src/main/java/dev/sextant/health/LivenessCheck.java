package dev.sextant.health;

import dev.sextant.rebuild.Rebuilds;
import java.time.Duration;
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

  LivenessCheck(Rebuilds rebuilds, WorkspaceReport report) {
    this.rebuilds = rebuilds;
    this.report = report;
  }

  @Override
  public HealthCheckResponse call() {
    long lostBuilds =
        rebuilds.attempts().stream()
            .flatMap(attempt -> attempt.cancelledFor().stream())
            .filter(since -> since.compareTo(LOST_AFTER) > 0)
            .count();
    return report
        .addTo(HealthCheckResponse.named(NAME).status(lostBuilds == 0))
        .withData("lostBuilds", lostBuilds)
        .build();
  }
}
