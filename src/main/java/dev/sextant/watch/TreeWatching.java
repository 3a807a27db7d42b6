package dev.sextant.watch;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slow part of watching one tree: listing it, watching its folders, looking at it when there
 * are no events, and looking whether its root is still there.
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
  private static final int MAX_DOUBLINGS = 6;

  private final Watch watch;
  private final Relay relay;
  private final WatchThreads threads;
  private final WatchSettings settings;
  private final SourceTree tree;
  private final RootPlace place;
  private final Path root;
  private final WatchedFolders folders;
  private final GitWatch git;
  private final FolderEvents events;
  private final Cancellation cancellation = new Cancellation();

  /** Why events are not trusted any more; empty when they are. */
  private volatile String distrusted = "";

  private volatile boolean rootTouched;

  private boolean armsAgain = true;
  private boolean wasArmed;
  private boolean released;
  private int failures;
  private long nextArm;
  private long nextPoll;
  private long nextRoot;
  private @Nullable TreeStamps stamps;

  TreeWatching(
      WatchedTree watched, Watch watch, Relay relay, FolderKeys keys, WatchThreads threads) {
    this.watch = watch;
    this.relay = relay;
    this.threads = threads;
    this.settings = threads.settings();
    this.place = new RootPlace(watched.root());
    this.root = place.path();
    this.tree = new SourceTree(root, watched.walk(), watched.wanted());
    this.folders = new WatchedFolders(keys, watch, settings.maxFolders());
    this.git = new GitWatch(keys, watch, root);
    this.events =
        new FolderEvents(relay, git, folders, root, watched.configuration(), this::rootMayBeGone);
    this.nextArm = threads.nanoTime();
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

  private void rootMayBeGone() {
    rootTouched = true;
    threads.wakeScanner();
  }

  /** How long after {@code now} there is work. */
  long idleNanos(long now) {
    boolean asked = relay.ask((scans, cookies) -> cookies.wantScan() || scans.isWaiting());
    long arm = armsAgain ? Math.max(0, nextArm - now) : Settling.NEVER;
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
          if (armsAgain && nextArm - now <= 0) {
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
    } else if (rootTouched || nextRoot - now <= 0) {
      checkRoot(now);
    } else if (relay.ask((_, cookies) -> cookies.wantScan())) {
      compare();
    } else if (relay.ask((scans, _) -> scans.isWaiting())) {
      listParts();
    }
  }

  private void arm() throws SourceTreeException {
    // Before anything is registered: what is distrusted from here on counts.
    distrusted = "";
    rootTouched = false;
    String objection = Mounts.objection(root);
    WatchedFolders.Registering walk = folders.registering();
    place.note();
    TreeListing listing =
        objection.isEmpty() ? tree.list(walk, cancellation) : tree.list(cancellation);
    String refused = objection.isEmpty() ? walk.failure() : objection;
    boolean byEvents = refused.isEmpty();
    if (byEvents) {
      folders.keepOnly("", listing.folders(), walk, root);
      git.follow();
    } else {
      release();
      armsAgain = objection.isEmpty();
      armLater();
    }
    TreeStamps before = stamps;
    stamps = !byEvents || before != null ? TreeStamps.of(root, listing) : null;
    report(before, stamps);
    lookAtRepository();
    wasArmed = true;
    if (byEvents) {
      stamps = null;
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
    stamps = null;
    distrusted = "";
    armLater();
    nextPoll = threads.nanoTime();
    status(WatchMode.POLLING, reason);
  }

  private void poll() throws SourceTreeException {
    long begun = threads.nanoTime();
    compare();
    lookAtRepository();
    relay.update((scans, _) -> scans.clear());
    long now = threads.nanoTime();
    long pause = Math.multiplyExact(now - begun, settings.pollShare());
    nextPoll = now + Math.max(settings.pollInterval().toNanos(), pause);
  }

  /** Lists the tree and reports what differs from the listing before. */
  private void compare() throws SourceTreeException {
    relay.update((_, cookies) -> cookies.scanBegins());
    TreeStamps before = stamps;
    TreeStamps now = TreeStamps.of(root, tree.list(cancellation));
    stamps = now;
    report(before, now);
    relay.update((_, cookies) -> cookies.scanEnds());
  }

  private void report(@Nullable TreeStamps before, @Nullable TreeStamps now) {
    if (before != null && now != null) {
      before.changedIn(now).forEach(path -> relay.file(path.value()));
    } else if (wasArmed) {
      relay.folder("");
    }
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
    List<String> parts = relay.ask((scans, _) -> scans.take());
    for (String part : parts) {
      WatchedFolders.Registering walk = folders.registering();
      TreeListing listing =
          part.isEmpty()
              ? tree.list(walk, cancellation)
              : tree.listAt(new SourcePath(part), walk, cancellation);
      if (!walk.failure().isEmpty()) {
        pollInsteadBecause(walk.failure());
        return;
      }
      folders.keepOnly(part, listing.folders(), walk, root).forEach(relay::folder);
      for (SourceFile file : listing.files()) {
        String path = file.path().value();
        if (walk.isFresh(path.substring(0, Math.max(0, path.lastIndexOf('/'))))) {
          relay.file(path);
        }
      }
    }
    status(WatchMode.EVENTS, "");
    relay.update((scans, _) -> scans.finished());
  }

  private void checkRoot(long now) {
    nextRoot = now + settings.rootInterval().toNanos();
    // A folder made anew may have the identity of the one that was deleted.
    if (rootTouched || !place.isAsNoted()) {
      lose("source root " + root + " is gone or was replaced; bring it back", Duration.ZERO);
    }
  }

  private void lose(String reason, Duration pause) {
    release();
    stamps = null;
    wasArmed = true;
    armsAgain = true;
    nextArm = threads.nanoTime() + pause.toNanos();
    status(WatchMode.OFF, reason);
  }

  /** Waits longer for the next try of events after each that failed. */
  private void armLater() {
    long pause = settings.retryEvents().toNanos() << Math.min(failures, MAX_DOUBLINGS);
    failures++;
    nextArm = threads.nanoTime() + pause;
  }

  private void status(WatchMode mode, String reason) {
    relay.changeStatus(new WatchStatus(mode, reason, folders.count()));
  }
}
