package dev.sextant.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the graph of a folder in this process and prints what came of it. */
@Command(
    name = "index",
    description = "Build the graph of a folder without serving it, and print its measures.")
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
    IndexSummary summary = new IndexSummary(LocalBuild.of(path, surroundings), PeakMemory.bytes());
    surroundings.out().print(json ? summary.json() : summary.text());
    return ExitCode.DONE.number();
  }
}
