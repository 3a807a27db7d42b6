package dev.sextant.watch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The repository around one tree: the folders of git's own that are watched, and where the head
 * stood when it was last looked at.
 *
 * <p>Of git's folders only those with the head, the packed refs and the current branch are watched,
 * not the objects and not the index.
 *
 * <p><b>Threads:</b> thread-safe; blocks on the disk.
 */
final class GitWatch {
  private final FolderKeys keys;
  private final Watch watch;
  private final Path root;

  @GuardedBy("this")
  private final Map<Path, Watched> watched = new HashMap<>();

  @GuardedBy("this")
  private Optional<GitFolder> folder = Optional.empty();

  @GuardedBy("this")
  private GitState state = GitState.NONE;

  private volatile boolean touched;
  private volatile boolean isFollowing;

  GitWatch(FolderKeys keys, Watch watch, Path root) {
    this.keys = keys;
    this.watch = watch;
    this.root = root;
  }

  private record Watched(WatchKey key, Place place) {}

  /** Something that names a commit may have moved. */
  void touch() {
    touched = true;
  }

  /** Whether a command of git changes the working tree right now. */
  boolean isBusy() {
    Optional<GitFolder> now;
    synchronized (this) {
      now = folder;
    }
    return now.isPresent() && now.get().isBusy();
  }

  synchronized GitState state() {
    return state;
  }

  /** What happened since the last look; looks only when something was touched. */
  GitChange lookIfTouched() {
    if (!touched) {
      return GitChange.NOISE;
    }
    GitChange change = look();
    if (isFollowing) {
      follow();
    }
    return change;
  }

  /** Whether the head stands elsewhere than at the last look. */
  synchronized boolean hasMoved() {
    return !GitFolder.around(root).map(GitFolder::state).orElse(GitState.NONE).equals(state);
  }

  /** Takes where the head stands for where it has always stood. */
  synchronized void begin() {
    folder = GitFolder.around(root);
    state = folder.map(GitFolder::state).orElse(GitState.NONE);
  }

  private synchronized GitChange look() {
    touched = false;
    folder = GitFolder.around(root);
    GitState now = folder.map(GitFolder::state).orElse(GitState.NONE);
    GitChange change = GitChange.between(state, now);
    state = now;
    return change;
  }

  /**
   * Watches what tells that the head moves from where it stands now, and no longer what told so
   * before. A folder that cannot be watched is left out: others tell enough to look again.
   */
  synchronized void follow() {
    isFollowing = true;
    folder = GitFolder.around(root);
    Map<Path, Place> wanted = new HashMap<>();
    folder.ifPresent(
        git -> {
          git.places().forEach((path, names) -> wanted.put(path, new Place.Git(names)));
          outside(git.top()).forEach(path -> wanted.put(path, new Place.Outer()));
        });
    wanted.forEach(this::follow);
    for (Path path : Set.copyOf(watched.keySet())) {
      if (!wanted.containsKey(path)) {
        release(path);
      }
    }
  }

  /**
   * The folder for cookies: git's own when it is watched, stands in the root and can be written.
   */
  synchronized Path cookieFolder() {
    return folder
        .map(GitFolder::own)
        .filter(own -> own.startsWith(root) && watched.containsKey(own) && Files.isWritable(own))
        .orElse(root);
  }

  synchronized void release() {
    isFollowing = false;
    Set.copyOf(watched.keySet()).forEach(this::release);
  }

  @GuardedBy("this")
  private void follow(Path path, Place place) {
    Watched before = watched.get(path);
    if (before != null && before.place.equals(place) && before.key.isValid()) {
      return;
    }
    try {
      WatchKey key = keys.register(path, watch, place);
      if (before != null) {
        keys.release(before.key, watch, before.place);
      }
      watched.put(path, new Watched(key, place));
    } catch (IOException _) {
      release(path);
    }
  }

  @GuardedBy("this")
  private void release(Path path) {
    Watched before = watched.remove(path);
    if (before != null) {
      keys.release(before.key, watch, before.place);
    }
  }

  private Set<Path> outside(Path top) {
    Set<Path> folders = new HashSet<>();
    Path folder = root.getParent();
    while (!root.equals(top) && folder != null && folder.startsWith(top)) {
      folders.add(folder);
      folder = folder.getParent();
    }
    return folders;
  }
}
