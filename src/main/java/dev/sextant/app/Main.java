package dev.sextant.app;

import dev.sextant.cli.CommandSurroundings;
import dev.sextant.cli.LocalState;
import dev.sextant.cli.SextantCommand;
import dev.sextant.index.IndexSettings;
import dev.sextant.persist.SnapshotStore;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the process starts: the command line, which starts the service if that is asked for. */
@QuarkusMain
public final class Main {
  Main() {}

  /** Runs the command that {@code arguments} name and ends the process with its exit code. */
  public static void main(String... arguments) {
    Machine machine = Machine.here();
    CommandSurroundings surroundings =
        new CommandSurroundings(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            progress(System.console()),
            IndexSettings.usual(machine.stateFolder(), machine.home()),
            new LocalState(
                StateFolder.snapshots(
                    machine.stateFolder(), SnapshotStore.USUAL_BYTES, InstantSource.system()),
                StateFolder.memory(machine.stateFolder())),
            machine.processors(),
            ProductVersion.read(),
            Main::serve);
    System.exit(SextantCommand.run(surroundings, arguments));
  }

  private static void serve(Map<String, String> settings) {
    settings.forEach(System::setProperty);
    Quarkus.run();
  }

  /** Paths and names are UTF-8 whatever the locale says. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static CommandSurroundings.Progress progress(@Nullable Console console) {
    return console != null && console.isTerminal()
        ? CommandSurroundings.Progress.BAR
        : CommandSurroundings.Progress.NONE;
  }
}
