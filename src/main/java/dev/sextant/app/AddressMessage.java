package dev.sextant.app;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells where the service can be reached, once it can be, and shows it in a browser if asked. */
@Singleton
class AddressMessage {
  private static final System.Logger LOG = System.getLogger(AddressMessage.class.getName());

  private final HttpServer server;
  private final ServeConfig config;

  AddressMessage(HttpServer server, ServeConfig config) {
    this.server = server;
    this.config = config;
  }

  void listening(@ObservesAsync HttpServerStart event) {
    // The port asked for may have been "any", so the server is asked which it got.
    ServedAddress address = new ServedAddress(event.options().getHost(), server.getPort());
    LOG.log(
        System.Logger.Level.INFO, "protocol {0}, browser {1}", address.protocol(), address.page());
    if (config.openBrowser()) {
      open(address.page());
    }
  }

  private static void open(String page) {
    Optional<Process> browser = Browser.ofUser().open(page);
    if (browser.isEmpty()) {
      hint(page);
      return;
    }
    var _ =
        browser
            .get()
            .onExit()
            .thenAccept(
                ended -> {
                  if (ended.exitValue() != 0) {
                    hint(page);
                  }
                });
  }

  private static void hint(String page) {
    LOG.log(
        System.Logger.Level.WARNING,
        "no browser could be opened: go to {0}, or name a browser in BROWSER",
        page);
  }
}
