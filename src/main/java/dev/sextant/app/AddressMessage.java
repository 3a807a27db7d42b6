package dev.sextant.app;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/** Tells where the service can be reached, once it can be. */
@Singleton
class AddressMessage {
  private static final System.Logger LOG = System.getLogger(AddressMessage.class.getName());

  private final HttpServer server;

  AddressMessage(HttpServer server) {
    this.server = server;
  }

  void listening(@ObservesAsync HttpServerStart event) {
    String host = event.options().getHost();
    // The port asked for may have been "any", so the server is asked which it got.
    String address = (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
    LOG.log(System.Logger.Level.INFO, "protocol ws://{0}/rpc, health http://{0}/q/health", address);
  }
}
