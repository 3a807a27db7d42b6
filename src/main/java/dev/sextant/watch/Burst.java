package dev.sextant.watch;

import dev.sextant.source.SourcePath;
import dev.sextant.watch.ChangeSet.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes since the last set was handed on.
 *
 * <p>When more paths change than may be named, the names are dropped and everything counts as
 * changed.
 *
 * <p><b>Threads:</b> confined to the lock of its {@link Watch}.
 */
final class Burst {
  private static final int MAX_CONFIGURATION = 100;

  private final int maxPaths;
  private final TreeSet<SourcePath> files = new TreeSet<>();
  private final TreeSet<SourcePath> folders = new TreeSet<>();
  private final TreeSet<SourcePath> configuration = new TreeSet<>();
  private boolean everything;
  private int forgotten;
  private @Nullable Instant since;

  Burst(int maxPaths) {
    this.maxPaths = maxPaths;
  }

  /** Something changed; true when it is the first change. */
  boolean begin(Instant now) {
    boolean first = since == null;
    since = first ? now : since;
    return first;
  }

  void file(String path) {
    if (!everything) {
      files.add(new SourcePath(path));
      bound();
    }
  }

  /** Anything below {@code path} may have changed; the root is the empty string. */
  void folder(String path) {
    if (path.isEmpty()) {
      everything();
    } else if (!everything) {
      folders.add(new SourcePath(path));
      bound();
    }
  }

  void configuration(String path) {
    if (configuration.size() == MAX_CONFIGURATION) {
      everything();
    } else {
      configuration.add(new SourcePath(path));
    }
  }

  void everything() {
    everything = true;
    forgotten = Math.max(forgotten, files.size() + folders.size());
    files.clear();
    folders.clear();
  }

  PendingChanges pending() {
    List<SourcePath> names =
        Stream.of(folders, files, configuration)
            .flatMap(TreeSet::stream)
            .limit(PendingChanges.MAX_NAMES)
            .toList();
    int count = Math.max(forgotten, files.size() + folders.size()) + configuration.size();
    return new PendingChanges(count, names, everything, Optional.ofNullable(since));
  }

  /** The changes as a set; {@code now} stands for the first one when none was noted. */
  ChangeSet set(long clock, GitState git, GitChange gitChange, Instant now) {
    return new ChangeSet(
        clock,
        everything ? Scope.EVERYTHING : Scope.PATHS,
        files.stream().filter(file -> !isBelowAFolder(file.value())).toList(),
        folders.stream().filter(folder -> !isBelowAFolder(folder.value())).toList(),
        List.copyOf(configuration),
        git,
        gitChange,
        since == null ? now : since);
  }

  private boolean isBelowAFolder(String path) {
    if (folders.isEmpty()) {
      return false;
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (folders.contains(new SourcePath(path.substring(0, slash)))) {
        return true;
      }
    }
    return false;
  }

  private void bound() {
    if (files.size() + folders.size() > maxPaths) {
      everything();
    }
  }
}
