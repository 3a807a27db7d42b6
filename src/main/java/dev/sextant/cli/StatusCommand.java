package dev.sextant.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what a running service holds. */
@Command(name = "status", description = "Print the workspaces of a running service.")
final class StatusCommand implements Callable<Integer> {
  private final CommandSurroundings surroundings;

  @Mixin private ServiceAddress address = new ServiceAddress();

  StatusCommand(CommandSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws CommandFailure {
    JsonNode status =
        address.client().request("daemon/status", JsonNodeFactory.instance.objectNode());
    surroundings.out().print(StatusTable.text(status));
    return ExitCode.DONE.number();
  }
}
