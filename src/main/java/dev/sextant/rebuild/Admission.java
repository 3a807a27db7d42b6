package dev.sextant.rebuild;

import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.Reservation;
import dev.sextant.workspace.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who may build: finds room in the memory budget, if need be by evicting the workspaces that were
 * not asked anything for longest.
 *
 * <p>Never evicted are pinned workspaces, the one that asks, and those that somebody reads at the
 * moment: their bytes would not come free. A request that cannot be met by evicting all others
 * evicts none.
 *
 * <p><b>Threads:</b> thread-safe; takes no lock of its own. Two requests may take the room that the
 * other made; each then looks again.
 */
final class Admission {
  private static final System.Logger LOG = System.getLogger(Admission.class.getName());
  private static final int MAX_TRIES = 16;

  private final Workspaces workspaces;

  Admission(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /**
   * Reserves {@code bytes} for a build of {@code asking}.
   *
   * <p><b>Errors:</b> {@link RebuildException} of kind {@code OVER_BUDGET} when there is no room.
   */
  Reservation reserve(LoadedWorkspace asking, long bytes) {
    MemoryBudget budget = workspaces.budget();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Reservation> granted = budget.reserve(bytes);
      if (granted.isPresent()) {
        return granted.get();
      }
      if (!makeRoom(asking, budget.figures().shortfall(bytes))) {
        break;
      }
    }
    throw refused(asking, bytes);
  }

  /**
   * Makes {@code reservation} as large as the result of the build, which replaces what {@code
   * asking} serves now.
   *
   * <p><b>Errors:</b> as of {@link #reserve}.
   */
  void resize(LoadedWorkspace asking, Reservation reservation, long bytes) {
    long credit = asking.memoryBytes();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      if (reservation.resize(bytes, credit)) {
        return;
      }
      long more = bytes - reservation.bytes() - credit;
      if (!makeRoom(asking, workspaces.budget().figures().shortfall(more))) {
        break;
      }
    }
    throw refused(asking, bytes);
  }

  /** Evicts until {@code needed} bytes are free, if that can be had; false when it cannot. */
  private boolean makeRoom(LoadedWorkspace asking, long needed) {
    List<LoadedWorkspace> victims = new ArrayList<>();
    long found = 0;
    for (LoadedWorkspace candidate : leastRecentlyAsked()) {
      if (found >= needed) {
        break;
      }
      if (candidate != asking && isEvictable(candidate)) {
        victims.add(candidate);
        found += candidate.memoryBytes();
      }
    }
    if (found < needed) {
      return false;
    }
    for (LoadedWorkspace victim : victims) {
      long bytes = victim.memoryBytes();
      if (victim.evict()) {
        LOG.log(
            System.Logger.Level.INFO,
            "{0} is evicted, {1} bytes, to make room for {2}",
            victim.id(),
            bytes,
            asking.id());
      }
    }
    return true;
  }

  private List<LoadedWorkspace> leastRecentlyAsked() {
    // The times are read once each: queries move them while this sorts.
    record Seen(LoadedWorkspace workspace, Duration idle) {}
    return workspaces.list().stream()
        .map(workspace -> new Seen(workspace, workspace.notes().idle()))
        .sorted(Comparator.comparing(Seen::idle).reversed())
        .map(Seen::workspace)
        .toList();
  }

  /** Whether evicting it gives its bytes back, and is allowed. */
  static boolean isEvictable(LoadedWorkspace candidate) {
    return !candidate.notes().isPinned()
        && !candidate.published().isEmpty()
        && !candidate.published().isRead();
  }

  private RebuildException refused(LoadedWorkspace asking, long bytes) {
    MemoryBudget.Figures now = workspaces.budget().figures();
    return new RebuildException(
        new OverBudget(now, bytes),
        "build "
            + asking.id()
            + ": it needs "
            + bytes
            + " bytes, and of the budget of "
            + now.limitBytes()
            + " bytes "
            + now.committedBytes()
            + " are taken by what is loaded, pinned, read or being built; unload or unpin"
            + " workspaces, or raise sextant.memory-limit");
  }
}
