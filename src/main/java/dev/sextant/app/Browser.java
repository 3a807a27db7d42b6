package dev.sextant.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The user's browser: the commands that may open an address in it, tried in order.
 *
 * <p><b>Threads:</b> thread-safe; nothing waits for a browser to end.
 *
 * @param commands each with its arguments; the address is appended, or put in for {@code %s}
 */
record Browser(List<List<String>> commands) {
  private static final String ADDRESS = "%s";

  Browser {
    commands = List.copyOf(commands);
  }

  /** The browser of the user who runs this process. */
  static Browser ofUser() {
    String chosen = System.getenv("BROWSER");
    return of(chosen == null ? "" : chosen, System.getProperty("os.name", ""));
  }

  /**
   * The browser that {@code chosen} names, a list of commands separated by colons as in the
   * variable {@code BROWSER}, before the opener of the system.
   */
  static Browser of(String chosen, String system) {
    List<List<String>> commands = new ArrayList<>();
    for (String command : chosen.split(":", -1)) {
      if (!command.isBlank()) {
        commands.add(List.of(command.strip().split("\\s+")));
      }
    }
    boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    commands.add(List.of(mac ? "open" : "xdg-open"));
    return new Browser(commands);
  }

  /** Starts the first command that can be started with {@code address}; empty if none can. */
  Optional<Process> open(String address) {
    for (List<String> command : commands) {
      try {
        return Optional.of(
            new ProcessBuilder(line(command, address))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
      } catch (IOException _) {
        // Not installed: the next one may be.
      }
    }
    return Optional.empty();
  }

  private static List<String> line(List<String> command, String address) {
    List<String> line = new ArrayList<>();
    for (String word : command) {
      line.add(word.replace(ADDRESS, address));
    }
    if (line.equals(command)) {
      line.add(address);
    }
    return line;
  }
}
