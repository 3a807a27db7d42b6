package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The waits for the changes made so far: each writes a file of its own, a <i>cookie</i>, and ends
 * when the event for it was seen and what came before is handed on; or when the tree was looked at.
 *
 * <pre>
 *   COOKIE --seen--> DRAINING --older keys taken--> SEEN ---------> ready when the scans of that
 *     |                 |                                           moment are done
 *     +--- not written, or events not trusted ---> SCAN_WANTED --> SCANNING --> SCANNED
 * </pre>
 *
 * <p><b>Threads:</b> confined to the lock of its {@link Watch}.
 */
final class Cookies {
  private static final String PREFIX = ".sextant-cookie-";
  private static final int MAX_WAITS = 1_000;

  private final List<Wait> waits = new ArrayList<>();

  enum Step {
    COOKIE,
    DRAINING,
    SEEN,
    SCAN_WANTED,
    SCANNING,
    SCANNED
  }

  /** One wait. */
  static final class Wait {
    final CompletableFuture<SyncOutcome> outcome = new CompletableFuture<>();
    final String name;
    final long begun;
    private final long longest;
    private Step step;
    private @Nullable Path file;
    private long drainedAt;
    private long scanMark;

    Wait(String unique, long begun, long longest, Step step) {
      this.name = PREFIX + unique;
      this.begun = begun;
      this.longest = longest;
      this.step = step;
    }

    /** Deletes the cookie and ends the wait; must be called without a lock. */
    void answer(SyncOutcome with) {
      if (file != null) {
        delete(file);
      }
      outcome.complete(with);
    }

    /** Whether it only tries if events come. */
    private boolean isProbe() {
      return longest == Settling.NEVER;
    }

    SyncOutcome.Kind kind() {
      return switch (step) {
        case SEEN -> SyncOutcome.Kind.SEEN;
        case SCANNED -> SyncOutcome.Kind.SCANNED;
        default -> SyncOutcome.Kind.TIMED_OUT;
      };
    }
  }

  static boolean isCookie(String name) {
    return name.startsWith(PREFIX);
  }

  /** Adds a wait; false when there are too many. */
  boolean add(Wait wait) {
    return waits.size() < MAX_WAITS && waits.add(wait);
  }

  /** The cookie is about to be written to {@code file}. */
  void written(Wait wait, Path file) {
    wait.file = file;
  }

  /** The cookie of {@code wait} could not be written. */
  void notWritten(Wait wait) {
    wait.file = null;
    if (wait.step == Step.COOKIE) {
      wait.step = Step.SCAN_WANTED;
    }
  }

  /** Whether {@code wait} is not over: whoever ends it deletes its cookie. */
  boolean holds(Wait wait) {
    return waits.contains(wait);
  }

  void forget(Wait wait) {
    waits.remove(wait);
  }

  /**
   * The event of a cookie was seen.
   *
   * @param drainedAt after how many keys, counted since the start, all older events are seen: a key
   *     that was being handled when an older event came stands behind this one
   */
  void seen(String name, long drainedAt) {
    for (Wait wait : waits) {
      if (wait.step == Step.COOKIE && wait.name.equals(name)) {
        wait.step = Step.DRAINING;
        wait.drainedAt = drainedAt;
      }
    }
  }

  /** So many keys have been taken; what is to be listed because of them has the mark. */
  void drained(long taken, long scanMark) {
    for (Wait wait : waits) {
      if (wait.step == Step.DRAINING && taken >= wait.drainedAt) {
        wait.step = Step.SEEN;
        wait.scanMark = scanMark;
      }
    }
  }

  /** Events were lost, perhaps those of cookies: take all as seen, which a listing makes true. */
  void lost(long drainedAt) {
    for (Wait wait : waits) {
      if (wait.step == Step.COOKIE) {
        wait.step = Step.DRAINING;
        wait.drainedAt = drainedAt;
      }
    }
  }

  /** Events are no longer trusted: only looking helps. */
  void distrusted() {
    for (Wait wait : waits) {
      if (wait.step == Step.COOKIE || wait.step == Step.DRAINING || wait.step == Step.SEEN) {
        wait.step = Step.SCAN_WANTED;
      }
    }
  }

  boolean wantScan() {
    return waits.stream().anyMatch(wait -> wait.step == Step.SCAN_WANTED && !wait.isProbe());
  }

  void scanBegins() {
    waits.stream()
        .filter(wait -> wait.step == Step.SCAN_WANTED)
        .forEach(wait -> wait.step = Step.SCANNING);
  }

  /** The tree is about to be looked at for all waits, also those that could end otherwise. */
  void scanBeginsForAll() {
    distrusted();
    scanBegins();
  }

  void scanEnds() {
    waits.stream()
        .filter(wait -> wait.step == Step.SCANNING)
        .forEach(wait -> wait.step = Step.SCANNED);
  }

  /** Whether some wait needs nothing more than that the changes so far are handed on. */
  boolean isOneReady(ScanQueue scans) {
    return waits.stream().anyMatch(wait -> isReady(wait, scans));
  }

  /** Takes the waits nobody waits for that are over. */
  List<Wait> takeProbes() {
    return take(Cookies::isProbeOver);
  }

  boolean isProbeOver() {
    return waits.stream().anyMatch(Cookies::isProbeOver);
  }

  /** Takes the waits that are ready. */
  List<Wait> takeReady(ScanQueue scans) {
    return take(wait -> isReady(wait, scans));
  }

  /** Takes the waits whose time is up. */
  List<Wait> takeExpired(long now) {
    return take(wait -> now - wait.begun >= wait.longest);
  }

  List<Wait> takeAll() {
    return take(_ -> true);
  }

  /** Whether the event of a cookie has been missing for longer than {@code patience}. */
  boolean isOneMissing(long now, long patience) {
    return waits.stream()
        .anyMatch(
            wait -> wait.step == Step.COOKIE && wait.file != null && now - wait.begun >= patience);
  }

  /** How long after {@code now} a wait ends by itself or is found missing. */
  long dueNanos(long now, long patience) {
    long due = Settling.NEVER;
    for (Wait wait : waits) {
      long limit =
          wait.step == Step.COOKIE && wait.file != null
              ? Math.min(patience, wait.longest)
              : wait.longest;
      due = Math.min(due, Math.max(0, wait.begun - now + limit));
    }
    return due;
  }

  static void delete(Path cookie) {
    try {
      Files.deleteIfExists(cookie);
    } catch (IOException failure) {
      System.getLogger(Cookies.class.getName())
          .log(System.Logger.Level.WARNING, "deleting " + cookie + " failed", failure);
    }
  }

  private static boolean isProbeOver(Wait wait) {
    return wait.isProbe() && wait.step != Step.COOKIE;
  }

  private static boolean isReady(Wait wait, ScanQueue scans) {
    if (wait.isProbe()) {
      return false;
    }
    return switch (wait.step) {
      case SEEN -> scans.isPast(wait.scanMark);
      case SCANNED -> true;
      default -> false;
    };
  }

  private List<Wait> take(Predicate<Wait> which) {
    List<Wait> taken = new ArrayList<>();
    for (Iterator<Wait> all = waits.iterator(); all.hasNext(); ) {
      Wait wait = all.next();
      if (which.test(wait)) {
        taken.add(wait);
        all.remove();
      }
    }
    return taken;
  }
}
