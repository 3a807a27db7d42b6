package dev.sextant.health;

import dev.sextant.rebuild.Rebuilds;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether requests are answered: they are until the service shuts down. */
@Readiness
final class ReadinessCheck implements HealthCheck {
  static final String NAME = "workspaces";

  private final Rebuilds rebuilds;
  private final WorkspaceReport report;

  ReadinessCheck(Rebuilds rebuilds, WorkspaceReport report) {
    this.rebuilds = rebuilds;
    this.report = report;
  }

  @Override
  public HealthCheckResponse call() {
    return report.addTo(HealthCheckResponse.named(NAME).status(rebuilds.isOpen())).build();
  }
}
