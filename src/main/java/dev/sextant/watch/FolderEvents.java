package dev.sextant.watch;

import dev.sextant.source.FolderFilter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What events mean for one tree.
 *
 * <p>A name counts when the walk would list it, when it is a build file, or when it decides what
 * the walk lists. Whether a file of that last sort came or went is looked at when the burst
 * settles, because editors take a file away for a moment while they save it.
 *
 * <p><b>Threads:</b> events come on one thread; {@link #steered} may be called on another.
 */
final class FolderEvents {
  private static final int MAX_STEERING = 1_000;

  private final Relay relay;
  private final GitWatch git;
  private final WatchedFolders folders;
  private final Path root;
  private final Predicate<String> configuration;
  private final Runnable rootTouched;

  /** Folders of the tree with the names in them that may have come or gone. */
  private final Set<Steering> steering = new HashSet<>();

  FolderEvents(
      Relay relay,
      GitWatch git,
      WatchedFolders folders,
      Path root,
      Predicate<String> configuration,
      Runnable rootTouched) {
    this.relay = relay;
    this.git = git;
    this.folders = folders;
    this.root = root;
    this.configuration = configuration;
    this.rootTouched = rootTouched;
  }

  private record Steering(String folder, String name) {}

  void handle(Place place, WatchEvent<?> event) {
    if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
      overflow(place);
      return;
    }
    if (!(event.context() instanceof Path context)) {
      return;
    }
    String name = context.toString();
    switch (place) {
      case Place.Source(String folder) -> inTree(folder, name, event.kind());
      case Place.Git(Set<String> names) -> {
        if (Cookies.isCookie(name)) {
          relay.cookieSeen(name);
        } else if (names.contains(name)) {
          repositoryTouched();
        }
      }
      case Place.Outer() -> {
        if (FolderFilter.holdsRules(name)) {
          listAgain("");
        }
      }
    }
  }

  /** The key of a folder has become invalid: the folder is gone. */
  void gone(Place place) {
    switch (place) {
      case Place.Source(String folder) -> {
        if (folder.isEmpty()) {
          rootTouched.run();
        } else {
          folders.releaseAt(folder);
          relay.folder(folder);
          relay.scan(folder);
        }
      }
      case Place.Git _ -> repositoryTouched();
      case Place.Outer() -> rootTouched.run();
    }
  }

  /** Asks for a new listing where a file that steers the walk has come or gone. */
  void steered() {
    Set<Steering> touched;
    synchronized (steering) {
      touched = Set.copyOf(steering);
      steering.clear();
    }
    for (Steering one : touched) {
      Optional<FolderFilter> filter = folders.filter(one.folder);
      boolean there =
          Files.exists(root.resolve(one.folder).resolve(one.name), LinkOption.NOFOLLOW_LINKS);
      if (filter.isPresent() && filter.get().held(one.name) != there) {
        listAgain(one.folder);
      }
    }
  }

  private void overflow(Place place) {
    switch (place) {
      case Place.Source(String folder) -> listAgain(folder);
      case Place.Git _ -> repositoryTouched();
      case Place.Outer() -> listAgain("");
    }
    relay.cookiesLost();
  }

  private void inTree(String folder, String name, WatchEvent.Kind<?> kind) {
    String path = folder.isEmpty() ? name : folder + "/" + name;
    if (Cookies.isCookie(name)) {
      relay.cookieSeen(name);
    } else if (name.equals(".git")) {
      repositoryTouched();
    } else if (kind.equals(StandardWatchEventKinds.ENTRY_DELETE) && folders.contains(path)) {
      folders.releaseAt(path);
      relay.folder(path);
      relay.scan(path);
    } else if (isNewFolder(path, kind)) {
      relay.scan(path);
    } else if (!EditorFiles.isTemporary(name)) {
      file(folder, name, path);
    }
  }

  private boolean isNewFolder(String path, WatchEvent.Kind<?> kind) {
    // The attributes of a known folder may change; a new one may take its name before its end was
    // seen.
    boolean mayBe =
        kind.equals(StandardWatchEventKinds.ENTRY_CREATE)
            || (kind.equals(StandardWatchEventKinds.ENTRY_MODIFY) && !folders.contains(path));
    return mayBe && Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private void file(String folder, String name, String path) {
    Optional<FolderFilter> known = folders.filter(folder);
    if (known.isEmpty()) {
      if (folders.contains(folder)) {
        // It is being read, and what will come of that is not known yet.
        relay.folder(folder);
      }
      return;
    }
    FolderFilter filter = known.get();
    if (FolderFilter.holdsRules(name)) {
      listAgain(folder);
      return;
    }
    if (filter.steers(name)) {
      touched(folder, name);
    }
    if (configuration.test(name) && !filter.ignores(name)) {
      relay.configuration(path);
    }
    if (filter.lists(name)) {
      relay.file(path);
    }
  }

  private void touched(String folder, String name) {
    boolean full;
    synchronized (steering) {
      full = steering.size() == MAX_STEERING;
      if (full) {
        steering.clear();
      } else {
        steering.add(new Steering(folder, name));
      }
    }
    if (full) {
      listAgain("");
    } else {
      relay.touched();
    }
  }

  private void repositoryTouched() {
    git.touch();
    relay.touched();
  }

  private void listAgain(String folder) {
    relay.folder(folder);
    relay.scan(folder);
  }
}
