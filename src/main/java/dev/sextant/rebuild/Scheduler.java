package dev.sextant.rebuild;

import java.time.Duration;

/** Runs tasks later; does not wait for them. */
@FunctionalInterface
public interface Scheduler {
  /**
   * Lets {@code task} run once after {@code delay}, and gives what calls it off; both are harmless
   * when the scheduler has ended or the task has run.
   */
  Runnable after(Duration delay, Runnable task);
}
