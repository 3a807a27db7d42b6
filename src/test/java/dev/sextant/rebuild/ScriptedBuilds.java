package dev.sextant.rebuild;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Build;
import dev.sextant.index.IndexResult;
import dev.sextant.index.Pass;
import dev.sextant.index.PassProgress;
import dev.sextant.testing.Graphs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Builds that do in each pass what the test says, and give a graph of a few names. */
final class ScriptedBuilds implements BuildFactory {
  /** What a build does in a pass. */
  interface Script {
    void run(Pass pass, PassProgress progress, Cancellation cancellation);
  }

  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private volatile Script script = (pass, progress, cancellation) -> {};
  private volatile int names = 4;

  /** Lets builds do {@code script} from now on. */
  void doing(Script script) {
    this.script = script;
  }

  /** Lets builds throw {@code failure} in {@code pass} from now on. */
  void failingIn(Pass failing, RuntimeException failure) {
    doing(
        (pass, progress, cancellation) -> {
          if (pass == failing) {
            throw failure;
          }
        });
  }

  /** Lets builds succeed from now on. */
  void succeeding() {
    doing((pass, progress, cancellation) -> {});
  }

  /** Sets the size of the graphs from now on. */
  void naming(int names) {
    this.names = names;
  }

  /** The roots of the builds that were opened. */
  List<Path> opened() {
    return opened;
  }

  @Override
  public Build open(Path root, PassProgress progress, Cancellation cancellation) {
    opened.add(root);
    return new Build() {
      @Override
      public void run(Pass pass) {
        cancellation.check();
        script.run(pass, progress, cancellation);
      }

      @Override
      public IndexResult result() {
        return Graphs.withNames(names);
      }
    };
  }
}
