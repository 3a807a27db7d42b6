package dev.sextant.health;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether every workspace that has a graph serves a fresh one. */
@Wellness
final class WellnessCheck implements HealthCheck {
  static final String NAME = "freshness";

  private final WorkspaceReport report;

  WellnessCheck(WorkspaceReport report) {
    this.report = report;
  }

  @Override
  public HealthCheckResponse call() {
    return report.addTo(HealthCheckResponse.named(NAME).status(!report.anyIsStale())).build();
  }
}
