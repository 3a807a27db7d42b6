package dev.sextant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one request to a running service and prints its result. */
@Command(name = "call", description = "Send one request to a running service.")
final class CallCommand implements Callable<Integer> {
  private final CommandSurroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "METHOD", description = "Method, as in daemon/status.")
  private String method = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "JSON",
      defaultValue = "{}",
      description = "Parameters: a JSON object.")
  private String parameters = "{}";

  @Mixin private ServiceAddress address = new ServiceAddress();

  CallCommand(CommandSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws CommandFailure {
    ServiceClient client = address.client();
    JsonNode result = client.request(method, parsed());
    surroundings.out().println(result.toPrettyString());
    return ExitCode.DONE.number();
  }

  private JsonNode parsed() {
    JsonNode node;
    try {
      node =
          new ObjectMapper()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(parameters);
    } catch (JsonProcessingException malformed) {
      throw new ParameterException(
          spec.commandLine(), "JSON cannot be read: " + malformed.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw new ParameterException(
          spec.commandLine(), "JSON is %s: give an object".formatted(parameters));
    }
    return node;
  }
}
