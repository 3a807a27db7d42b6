package dev.sextant.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Runs what it was given when the test says so, on the test's thread. */
public final class StepExecutor implements Executor {
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** Runs the task that waits longest; false when none does. */
  public boolean step() {
    Runnable next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.run();
    return true;
  }

  /** Runs {@code count} tasks. */
  public void steps(int count) {
    for (int done = 0; done < count; done++) {
      if (!step()) {
        throw new AssertionError("only " + done + " of " + count + " tasks were waiting");
      }
    }
  }

  /** Runs tasks until none waits. */
  public void runAll() {
    boolean more = true;
    while (more) {
      more = step();
    }
  }
}
