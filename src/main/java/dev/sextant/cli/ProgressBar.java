package dev.sextant.cli;

import dev.sextant.index.Pass;
import dev.sextant.index.PassProgress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Draws how far a build is on one line of a terminal, and wipes it when closed.
 *
 * <p><b>Threads:</b> thread-safe; whoever finds the last drawing old enough draws.
 */
final class ProgressBar implements PassProgress, AutoCloseable {
  private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(80);
  private static final int WIDTH = 30;
  private static final String WIPE = "\r\u001b[K";

  private final PrintStream screen;
  private final CommandSurroundings.Progress progress;
  private final AtomicLong drawnAt = new AtomicLong(System.nanoTime());

  private ProgressBar(PrintStream screen, CommandSurroundings.Progress progress) {
    this.screen = screen;
    this.progress = progress;
  }

  /** A bar on standard error, which draws only where progress may be drawn. */
  static ProgressBar on(CommandSurroundings surroundings) {
    return new ProgressBar(surroundings.err(), surroundings.progress());
  }

  @Override
  public void advanced(Pass pass, long done, long total) {
    if (progress == CommandSurroundings.Progress.NONE) {
      return;
    }
    long last = drawnAt.get();
    long now = System.nanoTime();
    if (now - last >= REDRAW_NANOS && drawnAt.compareAndSet(last, now)) {
      screen.print(WIPE + line(pass, done, total));
      screen.flush();
    }
  }

  /** The line that is drawn; without a total, only the count. */
  static String line(Pass pass, long done, long total) {
    if (total <= 0) {
      return "%-8s %,d".formatted(pass.wireName(), done);
    }
    long shown = Math.clamp(done, 0, total);
    int filled = (int) (shown * WIDTH / total);
    return "%-8s [%s%s] %3d %%  %,d of %,d"
        .formatted(
            pass.wireName(),
            "#".repeat(filled),
            "-".repeat(WIDTH - filled),
            shown * 100 / total,
            shown,
            total);
  }

  @Override
  public void close() {
    if (progress == CommandSurroundings.Progress.BAR) {
      screen.print(WIPE);
      screen.flush();
    }
  }
}
