package dev.sextant.health;

import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.ServeSettings;
import dev.sextant.workspace.ServeVerdict;
import dev.sextant.workspace.Workspaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The part that all probes have in common: one group of fields a workspace.
 *
 * <p>Shape: health data is flat, so a field's key is the workspace's root, a dot, and the field:
 * {@code state}, {@code generation}, {@code stale}, {@code ageSeconds} (since the last good build;
 * absent when there was none), {@code pendingFiles}, {@code unverified} (not compared with the
 * files since the start), {@code watch}, {@code lastError} (absent when the last build succeeded),
 * {@code nextRetryAt} (absent when no failed build will be tried again by itself).
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class WorkspaceReport {
  private final Workspaces workspaces;
  private final ServeSettings settings;
  private final InstantSource clock;

  WorkspaceReport(Workspaces workspaces, ServeSettings settings, InstantSource clock) {
    this.workspaces = workspaces;
    this.settings = settings;
    this.clock = clock;
  }

  /** Adds the fields of every workspace and returns the builder. */
  HealthCheckResponseBuilder addTo(HealthCheckResponseBuilder response) {
    Instant now = clock.instant();
    for (LoadedWorkspace workspace : workspaces.list()) {
      String prefix = workspace.id() + ".";
      response
          .withData(prefix + "state", workspace.state().wireName())
          .withData(prefix + "generation", workspace.generation())
          .withData(prefix + "stale", isStale(workspace, now))
          .withData(prefix + "pendingFiles", workspace.pendingFiles().count())
          .withData(prefix + "unverified", !workspace.pendingFiles().compared())
          .withData(prefix + "watch", workspace.notes().watchedBy().wireName());
      workspace
          .lastGoodAt()
          .ifPresent(good -> response.withData(prefix + "ageSeconds", secondsBetween(good, now)));
      workspace.lastError().ifPresent(error -> response.withData(prefix + "lastError", error));
      workspace
          .nextRetryAt()
          .ifPresent(at -> response.withData(prefix + "nextRetryAt", at.toString()));
    }
    return response;
  }

  /** Whether some workspace serves an old graph, or would if it were not past its cap. */
  boolean anyIsStale() {
    Instant now = clock.instant();
    return workspaces.list().stream().anyMatch(workspace -> isStale(workspace, now));
  }

  private boolean isStale(LoadedWorkspace workspace, Instant now) {
    return switch (workspace.serveVerdict(now, settings.staleCap())) {
      case ServeVerdict.Stale _, ServeVerdict.Expired _ -> true;
      case ServeVerdict.Fresh _, ServeVerdict.NeverGood _, ServeVerdict.NotReady _ -> false;
    };
  }

  private static long secondsBetween(Instant good, Instant now) {
    return Math.max(0, Duration.between(good, now).toSeconds());
  }
}
