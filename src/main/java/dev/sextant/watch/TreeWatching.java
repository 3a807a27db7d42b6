package dev.sextant.watch;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The slow part of watching one tree: listing it, watching its folders, looking at it when there
 * are no events, and looking whether its root and what is mounted in it is still there.
 *
 * <pre>
 *   OFF --listed, watched--> EVENTS --events lost for good--> POLLING --watched again--> EVENTS
 *   OFF --listed, refused--> POLLING                  any --root gone--> OFF, tried again
 * </pre>
 *
 * <p><b>Threads:</b> {@link #work} and {@link #idleNanos} run on the scanning thread, to which the
 * fields that are not final are confined unless they are volatile; the rest is thread-safe.
 */
final class TreeWatching {
  private final Watch watch;
  private final Relay relay;
  private final WatchThreads threads;
  private final WatchSettings settings;
  private final RootPlace place;
  private final Path root;
  private final WatchedFolders folders;
  private final GitWatch git;
  private final FolderEvents events;
  private final TreeLooks looks;
  private final EventRetries retries;
  private final Cancellation cancellation = new Cancellation();

  /** Why events are not trusted any more; empty when they are. */
  private volatile String distrusted = "";

  private volatile boolean rootTouched;

  /** Whether something was mounted or unmounted since the folders were watched. */
  private volatile boolean mountsTouched;

  private boolean wasArmed;
  private boolean released;
  private long nextPoll;
  private long nextRoot;

  TreeWatching(
      WatchedTree watched, Watch watch, Relay relay, FolderKeys keys, WatchThreads threads) {
    this.watch = watch;
    this.relay = relay;
    this.threads = threads;
    this.settings = threads.settings();
    this.place = new RootPlace(watched.root(), threads.mounts());
    this.root = place.path();
    this.folders = new WatchedFolders(keys, watch, settings.maxFolders());
    SourceTree tree = new SourceTree(root, watched.walk(), watched.wanted());
    this.looks = new TreeLooks(relay, tree, folders, cancellation);
    this.git = new GitWatch(keys, watch, root);
    this.events =
        new FolderEvents(relay, git, folders, root, watched.configuration(), this::rootMayBeGone);
    this.retries = new EventRetries(settings.retryEvents(), threads.nanoTime());
  }

  FolderEvents events() {
    return events;
  }

  GitWatch git() {
    return git;
  }

  Path cookieFolder() {
    return git.cookieFolder();
  }

  /** Stops what runs; the keys are given up by the next {@link #work}. */
  void cancel() {
    cancellation.cancel("the watch of " + root + " was closed");
  }

  /** Events have turned out not to tell everything. */
  void distrust(String reason) {
    distrusted = reason;
    threads.wakeScanner();
  }

  /** Counts everything as changed when something was mounted or unmounted, which has no event. */
  void lookAtMounts() {
    if (relay.status().mode() == WatchMode.EVENTS && place.hasOtherMounts()) {
      mountsTouched = true;
      watch.rescan();
    }
  }

  private void rootMayBeGone() {
    rootTouched = true;
    threads.wakeScanner();
  }

  /** How long after {@code now} there is work. */
  long idleNanos(long now) {
    boolean asked = relay.ask((scans, cookies) -> cookies.wantScan() || scans.isWaiting());
    long arm = retries.dueNanos(now);
    return switch (relay.status().mode()) {
      case OFF -> arm;
      case EVENTS ->
          asked || rootTouched || !distrusted.isEmpty() ? 0 : Math.max(0, nextRoot - now);
      case POLLING -> asked ? 0 : Math.min(arm, Math.max(0, nextPoll - now));
    };
  }

  /** Does one piece of the work that is due. */
  void work() {
    long now = threads.nanoTime();
    try {
      switch (relay.status().mode()) {
        case EVENTS -> workWithEvents(now);
        case OFF, POLLING -> {
          if (retries.isDue(now)) {
            arm();
          } else if (idleNanos(now) == 0) {
            poll();
          }
        }
      }
    } catch (SourceTreeException unlisted) {
      lose(
          String.valueOf(unlisted.getMessage()),
          unlisted.kind() == SourceTreeException.Kind.ROOT_MISSING
              ? settings.rootInterval()
              : settings.retryEvents());
    }
  }

  /** Gives everything up after a failure nobody foresaw, to begin again later. */
  void failed(String reason) {
    lose(reason, settings.retryEvents());
  }

  /** Gives up all folders. */
  void release() {
    folders.releaseAt("");
    git.release();
    released = relay.isClosed();
  }

  /** Whether the watch was closed before all folders were given up. */
  boolean isReleased() {
    return released;
  }

  private void workWithEvents(long now) throws SourceTreeException {
    if (!distrusted.isEmpty()) {
      pollInsteadBecause(distrusted);
    } else if (rootTouched || nextRoot - now <= 0 || (mountsTouched && !place.isAsNoted())) {
      checkRoot(now);
    } else if (relay.ask((_, cookies) -> cookies.wantScan())) {
      looks.compare();
    } else if (relay.ask((scans, _) -> scans.isWaiting())) {
      listParts();
    }
  }

  private void arm() throws SourceTreeException {
    // Before anything is registered: what is distrusted from here on counts.
    distrusted = "";
    rootTouched = false;
    mountsTouched = false;
    place.note();
    String objection = Mounts.objection(root);
    WatchedFolders.Registering walk = folders.registering(place.objections());
    TreeListing listing = objection.isEmpty() ? looks.list(walk) : looks.list();
    String refused = objection.isEmpty() ? walk.failure() : objection;
    boolean byEvents = refused.isEmpty();
    if (byEvents) {
      folders.keepOnly("", listing.folders(), walk, root);
      git.follow();
    } else {
      release();
      if (objection.isEmpty()) {
        retries.failed(threads.nanoTime());
      } else {
        retries.giveUp();
      }
    }
    looks.armed(listing, byEvents, wasArmed);
    lookAtRepository();
    wasArmed = true;
    if (byEvents) {
      nextRoot = threads.nanoTime() + settings.rootInterval().toNanos();
      status(WatchMode.EVENTS, "");
      watch.probe();
    } else {
      nextPoll = threads.nanoTime() + settings.pollInterval().toNanos();
      status(WatchMode.POLLING, refused);
    }
  }

  private void pollInsteadBecause(String reason) {
    release();
    looks.forget();
    distrusted = "";
    retries.failed(threads.nanoTime());
    nextPoll = threads.nanoTime();
    status(WatchMode.POLLING, reason);
  }

  private void poll() throws SourceTreeException {
    long begun = threads.nanoTime();
    if (place.hasOtherMounts()) {
      // What spoke against events may be gone.
      retries.at(begun);
    }
    looks.compare();
    lookAtRepository();
    relay.update((scans, _) -> scans.clear());
    long now = threads.nanoTime();
    long pause = Math.multiplyExact(now - begun, settings.pollShare());
    nextPoll = now + Math.max(settings.pollInterval().toNanos(), pause);
  }

  private void lookAtRepository() {
    if (!wasArmed) {
      git.begin();
    } else if (git.hasMoved()) {
      git.touch();
      relay.touched();
    }
  }

  private void listParts() throws SourceTreeException {
    List<String> asked = relay.ask((scans, _) -> scans.take());
    boolean anew = mountsTouched;
    if (anew) {
      beginAnew();
    }
    for (String part : anew ? List.of("") : asked) {
      String failure = looks.listAgain(part, place.objections());
      if (!failure.isEmpty()) {
        pollInsteadBecause(failure);
        return;
      }
    }
    if (anew) {
      // A build may have read a file before its folder was watched.
      relay.folder("");
    }
    status(WatchMode.EVENTS, "");
    relay.update(
        (scans, cookies) -> {
          scans.finished();
          cookies.scanEnds();
        });
    if (anew) {
      watch.probe();
    }
  }

  /** The folders watched so far may lie under others now, and those with cookies too. */
  private void beginAnew() {
    mountsTouched = false;
    place.noteMounts();
    git.release();
    git.follow();
    // Those who wait now are answered by the listing that follows.
    relay.update((_, cookies) -> cookies.scanBeginsForAll());
  }

  private void checkRoot(long now) {
    nextRoot = now + settings.rootInterval().toNanos();
    // A folder made anew may have the identity of the one that was deleted.
    if (rootTouched || !place.isAsNoted()) {
      lose("source root " + root + " is gone or was replaced; bring it back", Duration.ZERO);
    } else {
      lookAtMounts();
    }
  }

  private void lose(String reason, Duration pause) {
    release();
    looks.forget();
    wasArmed = true;
    retries.at(threads.nanoTime() + pause.toNanos());
    status(WatchMode.OFF, reason);
  }

  private void status(WatchMode mode, String reason) {
    relay.changeStatus(new WatchStatus(mode, reason, folders.count()));
  }
}
