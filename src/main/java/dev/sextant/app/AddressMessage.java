package dev.sextant.app;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/** Tells where the service can be reached, once it can be. */
@Singleton
class AddressMessage {
  private static final System.Logger LOG = System.getLogger(AddressMessage.class.getName());

  void listening(@ObservesAsync HttpServerStart event) {
    String address = event.options().getHost() + ":" + event.options().getPort();
    LOG.log(System.Logger.Level.INFO, "protocol ws://{0}/rpc, health http://{0}/q/health", address);
  }
}
