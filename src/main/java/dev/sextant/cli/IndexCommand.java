package dev.sextant.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the graph of a folder in this process and prints what came of it. */
@Command(
    name = "index",
    description =
        "Build the graph of a folder and keep it for a service to start from; print its measures.")
final class IndexCommand implements Callable<Integer> {
  private final CommandSurroundings surroundings;

  @Parameters(index = "0", paramLabel = "PATH", description = "Root of the source tree.")
  private Path path = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  IndexCommand(CommandSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws CommandFailure {
    LocalBuild build = LocalBuild.of(path, surroundings);
    IndexSummary summary = new IndexSummary(build, keep(build), PeakMemory.bytes());
    surroundings.out().print(json ? summary.json() : summary.text());
    return ExitCode.DONE.number();
  }

  /** How long the snapshot is; empty when there is none, which is said, but fails nothing. */
  private OptionalLong keep(LocalBuild build) {
    if (!surroundings.state().snapshots().isOn()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(surroundings.state().keep(build, surroundings.index()));
    } catch (IOException unwritable) {
      surroundings
          .err()
          .printf("sextant: the graph of %s is not kept: %s%n", build.root(), unwritable);
      return OptionalLong.empty();
    }
  }
}
