package dev.sextant.cli;

import dev.sextant.cancellation.CancelledException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code sextant}: finds the command that is meant and runs it.
 *
 * <p><b>Threads:</b> confined to the caller of {@link #run}.
 */
@Command(
    name = "sextant",
    description = "Exact answers about source code, from a graph that follows it.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 usage, 69 service not reachable, 75 service busy."
    })
public final class SextantCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private SextantCommand() {}

  /** Runs the command that {@code arguments} name; answers what the process is to end with. */
  public static int run(CommandSurroundings surroundings, String... arguments) {
    int code = commandLine(surroundings).execute(arguments);
    surroundings.out().flush();
    surroundings.err().flush();
    return code;
  }

  private static CommandLine commandLine(CommandSurroundings surroundings) {
    CommandLine line = new CommandLine(new SextantCommand());
    line.addSubcommand(new ServeCommand(surroundings));
    line.addSubcommand(new IndexCommand(surroundings));
    line.addSubcommand(new ExportCommand(surroundings));
    line.addSubcommand(new CallCommand(surroundings));
    line.addSubcommand(new StatusCommand(surroundings));
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((failure, _, _) -> report(failure, surroundings));
    line.getSubcommands().values().forEach(SextantCommand::addHelp);
    addHelp(line);
    addVersion(line, surroundings.version());
    return line;
  }

  /** A command without a command in it. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  private static void addHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Print this and end.")
                .build());
  }

  private static void addVersion(CommandLine line, String version) {
    line.getCommandSpec()
        .version("sextant " + version)
        .addOption(
            CommandLine.Model.OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Print the version and end.")
                .build());
  }

  private static int report(Exception failure, CommandSurroundings surroundings) {
    return switch (failure) {
      case CommandFailure known -> {
        surroundings.err().println("sextant: " + known.getMessage());
        yield known.exitCode().number();
      }
      case CancelledException cancelled -> {
        surroundings.err().println("sextant: stopped: " + cancelled.getMessage());
        yield ExitCode.FAILED.number();
      }
      default -> {
        // A defect of ours: whoever reports it needs the trace.
        failure.printStackTrace(surroundings.err());
        yield ExitCode.FAILED.number();
      }
    };
  }
}
