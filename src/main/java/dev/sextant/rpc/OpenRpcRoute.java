package dev.sextant.rpc;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenRPC document over HTTP, at {@code /openrpc.json}.
 *
 * <p><b>Threads:</b> immutable after the start; the text is made once.
 */
@ApplicationScoped
class OpenRpcRoute {

  void register(
      @Observes Router router,
      RpcEngine engine,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    String document = engine.json().write(OpenRpcDocument.of(engine.methods(), version));
    router
        .get("/openrpc.json")
        .handler(
            context ->
                context.response().putHeader("Content-Type", "application/json").end(document));
  }
}
