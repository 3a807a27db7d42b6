package dev.sextant.watch;

import dev.sextant.source.FolderFilter;
import dev.sextant.source.FolderVisitor;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one tree that are watched by events.
 *
 * <p><b>Threads:</b> thread-safe; one thread at a time adds folders.
 */
final class WatchedFolders {
  private final FolderKeys keys;
  private final Watch watch;
  private final int maxFolders;
  private final ConcurrentNavigableMap<String, Entry> byPath = new ConcurrentSkipListMap<>();

  WatchedFolders(FolderKeys keys, Watch watch, int maxFolders) {
    this.keys = keys;
    this.watch = watch;
    this.maxFolders = maxFolders;
  }

  /** One folder; it has no filter while it is being read for the first time. */
  private record Entry(WatchKey key, @Nullable FolderFilter filter) {}

  boolean contains(String path) {
    return byPath.containsKey(path);
  }

  int count() {
    return byPath.size();
  }

  /** What the names in a folder mean; empty when it is not watched or not yet read. */
  Optional<FolderFilter> filter(String path) {
    Entry entry = byPath.get(path);
    return entry == null ? Optional.empty() : Optional.ofNullable(entry.filter);
  }

  /**
   * Watches the folders that a walk is about to read.
   *
   * @param objections by folder, why it must not be relied on its events
   */
  Registering registering(Map<String, String> objections) {
    return new Registering(objections);
  }

  /**
   * Drops the folders at and below {@code start} that a walk did not list, and those that have gone
   * since.
   *
   * @return the dropped ones that are no news
   */
  List<String> keepOnly(String start, List<String> listed, Registering walk, Path root) {
    Set<String> kept = new HashSet<>(listed);
    for (String fresh : walk.fresh) {
      // A folder that was deleted before it was known here has left no other trace.
      if (!Files.isDirectory(root.resolve(fresh), LinkOption.NOFOLLOW_LINKS)) {
        kept.remove(fresh);
      }
    }
    List<String> gone = new ArrayList<>();
    for (String path : at(start)) {
      if (!kept.contains(path)) {
        drop(path);
        if (!walk.fresh.contains(path)) {
          gone.add(path);
        }
      }
    }
    return gone;
  }

  /** Gives up the folder at {@code path} and those below it. */
  void releaseAt(String path) {
    at(path).forEach(this::drop);
  }

  private void drop(String path) {
    Entry entry = byPath.remove(path);
    if (entry != null) {
      keys.release(entry.key, watch, new Place.Source(path));
    }
  }

  private List<String> at(String start) {
    if (start.isEmpty()) {
      return List.copyOf(byPath.keySet());
    }
    List<String> all = new ArrayList<>();
    if (byPath.containsKey(start)) {
      all.add(start);
    }
    // The character behind the slash ends the range of what is below.
    all.addAll(byPath.subMap(start + "/", start + "0").keySet());
    return all;
  }

  /**
   * Watches every folder before it is read, so that whatever is missing in the listing comes as an
   * event.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  final class Registering implements FolderVisitor {
    private final Set<String> fresh = new HashSet<>();
    private final Map<String, String> objections;
    private String failure = "";

    private Registering(Map<String, String> objections) {
      this.objections = objections;
    }

    @Override
    public void entering(String relative, Path folder) {
      if (!failure.isEmpty()) {
        return;
      }
      String objection = objections.get(folder.toString());
      if (objection != null) {
        failure = objection;
        return;
      }
      if (byPath.size() >= maxFolders && !byPath.containsKey(relative)) {
        failure = "the tree has more than " + maxFolders + " folders";
        return;
      }
      try {
        add(relative, keys.register(folder, watch, new Place.Source(relative)));
      } catch (FileSystemException _) {
        // This one folder is gone or closed to us; the walk reports it, and its parent tells when
        // that changes.
        return;
      } catch (IOException refused) {
        failure = "the operating system refused to watch more: " + refused.getMessage();
      }
    }

    private void add(String relative, WatchKey key) {
      Entry before = byPath.get(relative);
      byPath.put(relative, new Entry(key, before == null ? null : before.filter));
      if (before == null) {
        fresh.add(relative);
      } else if (!before.key.equals(key)) {
        keys.release(before.key, watch, new Place.Source(relative));
      }
    }

    @Override
    public void listed(String relative, FolderFilter filter) {
      byPath.computeIfPresent(relative, (_, entry) -> new Entry(entry.key, filter));
    }

    /** Why not all folders could be watched; empty when they could. */
    String failure() {
      return failure;
    }

    /** Whether a folder was not watched before this walk. */
    boolean isFresh(String relative) {
      return fresh.contains(relative);
    }
  }
}
