package dev.sextant.health;

import dev.sextant.rebuild.InitialLoads;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Whether the service has started: every initial folder was asked for.
 *
 * <p>It does not wait for the builds. A large tree takes minutes, and whoever restarts what does
 * not start would restart it for ever.
 */
@Startup
final class StartupCheck implements HealthCheck {
  static final String NAME = "initial-loads";

  private final InitialLoads initial;
  private final WorkspaceReport report;

  StartupCheck(InitialLoads initial, WorkspaceReport report) {
    this.initial = initial;
    this.report = report;
  }

  @Override
  public HealthCheckResponse call() {
    return report
        .addTo(HealthCheckResponse.named(NAME).status(initial.isStarted()))
        .withData("loaded", initial.loaded())
        .withData("failed", initial.failed())
        .build();
  }
}
