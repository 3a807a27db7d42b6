package dev.sextant.cli;

import dev.sextant.graph.CodeGraph;
import dev.sextant.scip.ScipExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds the graph of a folder in this process and writes it in another form. */
@Command(name = "export", description = "Build the graph of a folder and write it out.")
final class ExportCommand implements Callable<Integer> {
  private static final String EDGES = "edges";
  private static final String SCIP = "scip";
  private static final int BUFFER_BYTES = 1 << 16;

  private final CommandSurroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PATH", description = "Root of the source tree.")
  private Path path = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = {
        "edges: JSON lines, one for each use of a symbol;",
        "scip: an index of the SCIP protocol, definitions and references by file."
      })
  private String format = EDGES;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private Optional<Path> output = Optional.empty();

  ExportCommand(CommandSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (!format.equals(EDGES) && !format.equals(SCIP)) {
      throw new ParameterException(
          spec.commandLine(),
          "--format is %s: the formats there are: edges, scip".formatted(format));
    }
    CodeGraph graph = LocalBuild.of(path, surroundings).result().graph();
    try {
      if (output.isEmpty()) {
        write(graph, surroundings.out());
        if (surroundings.out().checkError()) {
          throw new CommandFailure(ExitCode.FAILED, "standard output was closed while writing");
        }
      } else {
        try (OutputStream file = Files.newOutputStream(output.get())) {
          write(graph, file);
        }
      }
    } catch (IOException unwritable) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "the %s cannot be written to %s: %s"
              .formatted(
                  format.equals(SCIP) ? "index" : "edges",
                  output.map(Path::toString).orElse("standard output"),
                  unwritable));
    }
    return ExitCode.DONE.number();
  }

  private void write(CodeGraph graph, OutputStream to) throws IOException {
    OutputStream buffered = new BufferedOutputStream(to, BUFFER_BYTES);
    if (format.equals(SCIP)) {
      new ScipExport(surroundings.version(), rootUri()).write(graph, buffered);
    } else {
      EdgeLines.write(graph, buffered);
    }
    buffered.flush();
  }

  /** The root as readers expect it: absolute, without links and without a slash at its end. */
  private String rootUri() throws IOException {
    String uri = path.toRealPath().toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
