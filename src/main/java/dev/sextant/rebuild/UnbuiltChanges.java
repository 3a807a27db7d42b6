package dev.sextant.rebuild;

import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeChanges;
import dev.sextant.watch.ChangeSet;
import dev.sextant.watch.PendingChanges;
import dev.sextant.workspace.PendingFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes of one workspace that were noticed and that the graph it serves does not have for
 * sure: from when they are handed on until a build that began afterwards is published.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class UnbuiltChanges {
  private static final int MOST_SETS = 64;
  private static final String EVERYTHING = "./";

  private final Deque<ChangeSet> sets = new ArrayDeque<>();
  private long clockAtBegin;
  private boolean armed;
  private boolean begunArmed;
  private boolean verified;

  /** Takes in what was handed on. */
  synchronized void add(ChangeSet changes) {
    boolean full = sets.size() == MOST_SETS;
    sets.addLast(full ? sets.removeLast().then(changes) : changes);
  }

  /** From now on every change is noticed. */
  synchronized void armed() {
    armed = true;
  }

  /** A build begins, and looks there; only one that lists the tree has all that was handed on. */
  synchronized void buildBegins(TreeChanges looksAt) {
    boolean lists = !(looksAt instanceof TreeChanges.At);
    clockAtBegin = sets.isEmpty() || !lists ? 0 : sets.getLast().clock();
    begunArmed = armed && lists;
  }

  /** The build that began last is published. */
  synchronized void published() {
    covered(clockAtBegin);
    verified |= begunArmed;
  }

  /** The graph has everything that was handed on up to {@code clock}. */
  synchronized void covered(long clock) {
    while (!sets.isEmpty() && sets.getFirst().clock() <= clock) {
      sets.removeFirst();
    }
  }

  /** The graph has everything from before changes were noticed. */
  synchronized void verified() {
    verified = true;
  }

  /** Whether the graph has everything from before changes were noticed. */
  synchronized boolean isVerified() {
    return verified;
  }

  /** All of them, for a build to look at. */
  synchronized SeenChanges seen() {
    Optional<ChangeSet> all = sets.stream().reduce(ChangeSet::then);
    return verified ? all.map(SeenChanges::of).orElse(SeenChanges.UNKNOWN) : SeenChanges.ANYWHERE;
  }

  synchronized boolean isEmpty() {
    return sets.isEmpty();
  }

  /** These changes and those not handed on yet, as clients are told of them. */
  synchronized PendingFiles with(Optional<PendingChanges> notHandedOn) {
    TreeSet<String> names = new TreeSet<>();
    for (ChangeSet set : sets) {
      if (set.scope() == ChangeSet.Scope.EVERYTHING) {
        names.add(EVERYTHING);
      }
      add(names, set.files(), "");
      add(names, set.configuration(), "");
      add(names, set.folders(), "/");
    }
    int unnamed = 0;
    if (notHandedOn.isPresent()) {
      PendingChanges changes = notHandedOn.get();
      if (changes.everything()) {
        names.add(EVERYTHING);
      }
      add(names, changes.names(), "");
      unnamed = Math.max(0, changes.count() - changes.names().size());
    }
    return PendingFiles.of(List.copyOf(names), unnamed);
  }

  private static void add(Set<String> names, List<SourcePath> paths, String suffix) {
    for (SourcePath path : paths) {
      names.add(path.value() + suffix);
    }
  }
}
