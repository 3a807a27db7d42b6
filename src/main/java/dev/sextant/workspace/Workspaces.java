package dev.sextant.workspace;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The workspaces that are known, one a canonical root.
 *
 * <p>A root that was unloaded and comes back goes on counting generations where it stopped, so that
 * a generation never names two graphs. That is remembered for the last {@value #ROOTS_REMEMBERED}
 * roots.
 *
 * <p><b>Threads:</b> thread-safe; looking up takes no lock.
 */
public final class Workspaces {
  private static final int ROOTS_REMEMBERED = 10_000;

  private final LongSupplier nanoClock;
  private final WorkspaceEvents events;
  private final MemoryBudget budget;
  private final ConcurrentMap<Path, LoadedWorkspace> byRoot = new ConcurrentHashMap<>();
  private final Generations generations = new Generations();

  /**
   * No workspaces.
   *
   * @param nanoClock measures how long a workspace was not asked anything
   */
  public Workspaces(LongSupplier nanoClock, WorkspaceEvents events, MemoryBudget budget) {
    this.budget = budget;
    this.nanoClock = nanoClock;
    this.events = events;
  }

  /** Where what happens to workspaces is announced. */
  public WorkspaceEvents events() {
    return events;
  }

  /** The bytes that all graphs occupy, and may occupy. */
  public MemoryBudget budget() {
    return budget;
  }

  /** Lets the generations of roots be above those that were given out before this process. */
  public void remember(Map<Path, Long> generationsByRoot) {
    generationsByRoot.forEach(generations::remember);
  }

  /** The last generations of roots that were unloaded or loaded before this process. */
  public Map<Path, Long> generations() {
    return generations.all();
  }

  /** All workspaces, by root. */
  public List<LoadedWorkspace> list() {
    return byRoot.values().stream().sorted(Comparator.comparing(LoadedWorkspace::id)).toList();
  }

  /**
   * The workspace of that id, or the one with the longest root that holds that path.
   *
   * <p><b>Cost:</b> one look-up for an id; for another path, resolving its links and one look-up a
   * folder.
   */
  public Optional<LoadedWorkspace> find(String workspaceIdOrPathInside) {
    return absolute(workspaceIdOrPathInside)
        .flatMap(path -> at(path).or(() -> owner(canonical(path))));
  }

  /**
   * The workspace whose root is that path, written in whatever way; not one that merely holds it.
   */
  public Optional<LoadedWorkspace> findRoot(String workspaceIdOrAlias) {
    return absolute(workspaceIdOrAlias).flatMap(path -> at(path).or(() -> at(canonical(path))));
  }

  /**
   * The workspace of {@code key}'s root, whatever its mode and fingerprint, or a new one.
   *
   * @param added is told of a new one before anybody else can see it; must be quick and must not
   *     come back here
   */
  public LoadedWorkspace findOrAdd(WorkspaceKey key, Consumer<LoadedWorkspace> added) {
    return byRoot.computeIfAbsent(
        key.root(),
        root -> {
          LoadedWorkspace workspace =
              new LoadedWorkspace(key, events, budget, generations.last(root), nanoClock);
          workspace.notes().serves(generations.served(root));
          added.accept(workspace);
          return workspace;
        });
  }

  /**
   * Ends {@code workspace} and forgets it. Its id can be loaded again at once, as another object;
   * false when another caller did that, or is about to.
   */
  public boolean remove(LoadedWorkspace workspace) {
    boolean retired = workspace.retire();
    Path root = workspace.key().root();
    // Whoever takes it out has noted its generation first, or a successor would repeat numbers.
    generations.remember(root, workspace.lastGeneration());
    generations.served(root, workspace.notes().lastServed());
    return byRoot.remove(root, workspace) && retired;
  }

  private Optional<LoadedWorkspace> at(Path root) {
    return Optional.ofNullable(byRoot.get(root));
  }

  private Optional<LoadedWorkspace> owner(Path path) {
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      LoadedWorkspace workspace = byRoot.get(folder);
      if (workspace != null) {
        return Optional.of(workspace);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> absolute(String text) {
    try {
      Path path = Path.of(text);
      return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /** The path without links, as far as it exists. */
  private static Path canonical(Path path) {
    Path folder = path;
    while (folder != null) {
      try {
        return folder.toRealPath().resolve(folder.relativize(path)).normalize();
      } catch (IOException missing) {
        folder = folder.getParent();
      }
    }
    return path;
  }

  /** The last generations of each root that was unloaded. */
  private static final class Generations {
    private static final class ByRoot extends LinkedHashMap<Path, Long> {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Path, Long> eldest) {
        return size() > ROOTS_REMEMBERED;
      }
    }

    // Given out, perhaps by an earlier process, which says more than it gave.
    private final Map<Path, Long> lastByRoot = new ByRoot();
    // Seen by clients of this one.
    private final Map<Path, Long> servedByRoot = new ByRoot();

    synchronized long last(Path root) {
      return lastByRoot.getOrDefault(root, 0L);
    }

    synchronized long served(Path root) {
      return servedByRoot.getOrDefault(root, 0L);
    }

    synchronized void served(Path root, long generation) {
      servedByRoot.merge(root, generation, Math::max);
    }

    synchronized Map<Path, Long> all() {
      return Map.copyOf(lastByRoot);
    }

    synchronized void remember(Path root, long generation) {
      lastByRoot.merge(root, generation, Math::max);
    }
  }
}
