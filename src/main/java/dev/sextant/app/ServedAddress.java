package dev.sextant.app;

import java.util.Set;

/**
 * Where the service listens, and the addresses that follow from it.
 *
 * @param host host or address the server is bound to
 * @param port the port it got
 */
record ServedAddress(String host, int port) {
  /** What a browser is shown; there is no page at the root yet. */
  private static final String PAGE = "/q/health/well";

  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");

  /** The address of the protocol, as clients take it. */
  String protocol() {
    return "ws://" + authority() + "/rpc";
  }

  /** The address for a person's browser. */
  String page() {
    return "http://" + authority() + PAGE;
  }

  /** A wildcard is no address to connect to: the loopback is one of those it stands for. */
  private String authority() {
    String named = WILDCARDS.contains(host) ? "127.0.0.1" : host;
    return (named.contains(":") && !named.startsWith("[") ? "[" + named + "]" : named) + ":" + port;
  }
}
