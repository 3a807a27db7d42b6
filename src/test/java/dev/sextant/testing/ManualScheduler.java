package dev.sextant.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs what was planned when the test moves the clock, on the test's thread. */
public final class ManualScheduler {
  private record Planned(int number, Instant at, Runnable task) {}

  private final ManualClock clock;
  private final List<Planned> planned = new ArrayList<>();
  private int last;

  ManualScheduler(ManualClock clock) {
    this.clock = clock;
  }

  /** Plans {@code task}, and gives what calls it off. */
  public synchronized Runnable after(Duration delay, Runnable task) {
    Planned one = new Planned(++last, clock.instant().plus(delay), task);
    planned.add(one);
    return () -> callOff(one);
  }

  /** How many tasks are planned. */
  public synchronized int size() {
    return planned.size();
  }

  /** Moves the clock on, and runs on the way what becomes due. */
  public void advance(Duration by) {
    Instant end = clock.instant().plus(by);
    for (Planned next = due(end); next != null; next = due(end)) {
      if (next.at().isAfter(clock.instant())) {
        clock.advance(Duration.between(clock.instant(), next.at()));
      }
      next.task().run();
    }
    clock.advance(Duration.between(clock.instant(), end));
  }

  private synchronized @Nullable Planned due(Instant end) {
    Planned next =
        planned.stream()
            .filter(one -> !one.at().isAfter(end))
            .min(Comparator.comparing(Planned::at))
            .orElse(null);
    if (next != null) {
      callOff(next);
    }
    return next;
  }

  private synchronized void callOff(Planned one) {
    planned.remove(one);
  }
}
