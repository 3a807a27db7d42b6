package dev.sextant.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts the service and loads folders; arguments become settings of the service. */
@Command(name = "serve", description = "Start the service and load the folders given.")
final class ServeCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  private final CommandSurroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "Folder to load at start.")
  private List<Path> paths = List.of();

  @Option(
      names = "--allow",
      paramLabel = "ROOT",
      description =
          "Folder that clients may load, with everything below; repeat it for more. Without it they"
              + " may load every folder that this process can read.")
  private List<Path> allowed = List.of();

  @Option(names = "--port", paramLabel = "N", description = "Port; 7433 unless configured.")
  private int port = -1;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on; 127.0.0.1 unless configured.")
  private String host = "";

  @Option(names = "--open", description = "Show the service in the browser once it is up.")
  private boolean open = false;

  ServeCommand(CommandSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, String> settings = new LinkedHashMap<>();
    addFolders("sextant.load", paths, settings);
    addFolders("sextant.allowed-roots", allowed, settings);
    if (port != -1) {
      if (port < 0 || port > MAX_PORT) {
        throw new ParameterException(
            spec.commandLine(), "--port is %d: give 0 to %d".formatted(port, MAX_PORT));
      }
      settings.put("quarkus.http.port", Integer.toString(port));
    }
    if (!host.isEmpty()) {
      settings.put("quarkus.http.host", host);
    }
    if (open) {
      settings.put("sextant.open-browser", "true");
    }
    surroundings.service().run(settings);
    return ExitCode.DONE.number();
  }

  private void addFolders(String key, List<Path> folders, Map<String, String> settings) {
    for (int i = 0; i < folders.size(); i++) {
      Path folder = folders.get(i).toAbsolutePath().normalize();
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(
            spec.commandLine(), "%s is not a folder: give one that exists".formatted(folder));
      }
      settings.put("%s[%d]".formatted(key, i), folder.toString());
    }
  }
}
