package dev.sextant.app;

import dev.sextant.rpc.RpcSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The bounds of the protocol engine; sizes are bytes. */
@ConfigMapping(prefix = "sextant.rpc")
interface RpcConfig {
  /** Nested bounds on one message. */
  Messages messages();

  /** Nested bounds on work under way. */
  Requests requests();

  /** Nested bounds on connections. */
  Clients clients();

  /** Bounds on one message. */
  interface Messages {
    /** Above it a message is read off the event loop, in characters. */
    @WithDefault("16384")
    int parseOffLoopAbove();

    /** Largest answer; lists are cut before it. */
    @WithDefault("8388608")
    int maxAnswerBytes();

    /** Requests of one batch. */
    @WithDefault("100")
    int maxBatch();

    /** Nesting of arrays and objects. */
    @WithDefault("64")
    int maxDepth();

    /** Digits of one number. */
    @WithDefault("100")
    int maxNumberLength();
  }

  /** Bounds on work under way. */
  interface Requests {
    /** Threads that run requests; two a processor and at least four when not set. */
    OptionalInt workers();

    /** Requests of all connections whose work has not ended. */
    @WithDefault("1024")
    int maxInFlight();

    /** Requests of one connection not yet answered. */
    @WithDefault("64")
    int maxInFlightPerConnection();

    /** Deadline of a request that names none. */
    @WithDefault("30s")
    Duration defaultDeadline();

    /** Longest deadline a request may ask for. */
    @WithDefault("10m")
    Duration maxDeadline();

    /** What a refused client is told to wait. */
    @WithDefault("250ms")
    Duration retryAfter();
  }

  /** Bounds on connections. */
  interface Clients {
    /** Open connections; one more is closed with 1013. */
    @WithDefault("1024")
    int maxConnections();

    /** Unread answers above which a client's frames are no longer read. */
    @WithDefault("1048576")
    long pauseAboveBytes();

    /** Unread answers above which a client is closed with 1008. */
    @WithDefault("33554432")
    long maxOutboundBytes();

    /** How long a paused client may read nothing. */
    @WithDefault("30s")
    Duration slowTimeout();

    /** Notifications that may wait for one client. */
    @WithDefault("256")
    int maxQueuedEvents();

    /** Hosts, beside the request's own and the loopback, whose pages may connect. */
    Optional<Set<String>> allowedOrigins();
  }

  /** The same as a plain value; {@code maxFrameBytes} is what the WebSocket server was set to. */
  default RpcSettings settings(int maxFrameBytes, int processors) {
    return new RpcSettings(
        new RpcSettings.Messages(
            maxFrameBytes,
            messages().parseOffLoopAbove(),
            messages().maxAnswerBytes(),
            messages().maxBatch(),
            messages().maxDepth(),
            messages().maxNumberLength()),
        new RpcSettings.Requests(
            requests().workers().orElse(Math.max(4, processors * 2)),
            requests().maxInFlight(),
            requests().maxInFlightPerConnection(),
            requests().defaultDeadline(),
            requests().maxDeadline(),
            requests().retryAfter()),
        new RpcSettings.Clients(
            clients().maxConnections(),
            clients().pauseAboveBytes(),
            clients().maxOutboundBytes(),
            clients().slowTimeout(),
            clients().maxQueuedEvents(),
            clients().allowedOrigins().orElse(Set.of())));
  }
}
