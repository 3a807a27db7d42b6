package dev.sextant.testing;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.BuildSize;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import dev.sextant.index.Pass;
import dev.sextant.index.PassProgress;
import dev.sextant.rebuild.BuildFactory;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import dev.sextant.workspace.WorkspaceKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Builds that do in each pass what the test says, and give a graph of a few files. */
public final class ScriptedBuilds implements BuildFactory {
  /** What a build does in a pass. */
  public interface Script {
    /** Does {@code pass}. */
    void run(Pass pass, PassProgress progress, Cancellation cancellation);
  }

  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private final List<Boolean> goneOnFrom = new CopyOnWriteArrayList<>();
  private final List<TreeChanges> given = new CopyOnWriteArrayList<>();
  private final AtomicInteger startedOver = new AtomicInteger();
  private volatile Script script = (pass, progress, cancellation) -> {};
  private volatile BuildSize size = BuildSize.NONE;
  private volatile Supplier<IndexResult> results = () -> Graphs.withFiles(4);
  private volatile Optional<BuildFactory> real = Optional.empty();

  /** Lets builds do {@code script} from now on. */
  public void doing(Script script) {
    this.script = script;
  }

  /** Lets builds throw {@code failure} in {@code pass} from now on. */
  public void failingIn(Pass failing, RuntimeException failure) {
    doing(
        (pass, progress, cancellation) -> {
          if (pass == failing) {
            throw failure;
          }
        });
  }

  /** Lets builds succeed from now on. */
  public void succeeding() {
    doing((pass, progress, cancellation) -> {});
  }

  /** Lets builds give graphs of so many files from now on. */
  public void givingFiles(int files) {
    results = () -> Graphs.withFiles(files);
  }

  /** Lets builds give what {@code results} gives from now on. */
  public void giving(Supplier<IndexResult> results) {
    this.results = results;
  }

  /** Lets builds be those that {@code factory} opens, behind the script of each pass. */
  public void opening(BuildFactory factory) {
    real = Optional.of(factory);
  }

  /** Lets builds find so much to do from now on. */
  public void finding(BuildSize size) {
    this.size = size;
  }

  /** The roots of the builds that were opened. */
  public List<Path> opened() {
    return opened;
  }

  /** How many builds were told to be whole ones after their first pass. */
  public int startedOver() {
    return startedOver.get();
  }

  /** Whether the builds that were opened had something to go on from. */
  public List<Boolean> goneOnFrom() {
    return goneOnFrom;
  }

  /** What the builds that were opened were told of changes. */
  public List<TreeChanges> given() {
    return given;
  }

  /** Forgets which builds were opened. */
  public void forget() {
    opened.clear();
    goneOnFrom.clear();
    given.clear();
  }

  @Override
  public Build open(
      WorkspaceKey key,
      Optional<LinkState> before,
      TreeChanges changes,
      PassProgress progress,
      Cancellation cancellation) {
    opened.add(key.root());
    goneOnFrom.add(before.isPresent());
    given.add(changes);
    Optional<Build> behind =
        real.map(factory -> factory.open(key, before, changes, progress, cancellation));
    return new Build() {
      @Override
      public void run(Pass pass) throws SourceTreeException {
        cancellation.check();
        script.run(pass, progress, cancellation);
        if (behind.isPresent()) {
          behind.get().run(pass);
        }
      }

      @Override
      public void startOver() {
        startedOver.incrementAndGet();
        behind.ifPresent(Build::startOver);
      }

      @Override
      public boolean changesNothing() {
        return behind.map(Build::changesNothing).orElse(false);
      }

      @Override
      public BuildSize size() {
        return behind.map(Build::size).orElse(size);
      }

      @Override
      public IndexResult result() {
        return behind.map(Build::result).orElseGet(results);
      }
    };
  }
}
