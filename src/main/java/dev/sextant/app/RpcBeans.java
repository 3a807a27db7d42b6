package dev.sextant.app;

import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.RpcEngine;
import dev.sextant.rpc.RpcMethods;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the protocol engine from the configuration and the method groups there are. */
@Singleton
class RpcBeans {

  @Produces
  @Singleton
  RpcEngine engine(
      RpcConfig config,
      @ConfigProperty(name = "quarkus.websockets-next.server.max-message-size") int maxFrameBytes,
      @ConfigProperty(name = "quarkus.application.version") String version,
      @All List<MethodGroup> groups,
      MeterRegistry registry,
      LongSupplier nanoClock) {
    return new RpcEngine(
        config.settings(maxFrameBytes, Runtime.getRuntime().availableProcessors()),
        RpcMethods.of(groups, version),
        registry,
        nanoClock);
  }

  void close(@Disposes RpcEngine engine) {
    engine.close();
  }
}
