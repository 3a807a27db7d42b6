package dev.sextant.cli;

import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where the service is. */
final class ServiceAddress {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "ws://127.0.0.1:7433/rpc",
      description = "Address of the service; ${DEFAULT-VALUE} unless given.")
  private URI url = URI.create("ws://127.0.0.1:7433/rpc");

  /** A client of that service; refuses what is no WebSocket address. */
  ServiceClient client() {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("ws") || scheme.equals("wss"))) {
      throw new ParameterException(
          spec.commandLine(), "--url is %s: give ws://HOST:PORT/rpc".formatted(url));
    }
    return new ServiceClient(url);
  }
}
