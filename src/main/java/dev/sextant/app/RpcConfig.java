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
    /** Above it a message is read off the event loop, in characters; 0 to 1073741824. */
    @WithDefault("16384")
    int parseOffLoopAbove();

    /** Largest answer, in bytes; lists are cut before it. 65536 to 1073741824. */
    @WithDefault("8388608")
    int maxAnswerBytes();

    /** Requests of one batch; 1 to 10000. */
    @WithDefault("100")
    int maxBatch();

    /** Nesting of arrays and objects; 8 to 1000. */
    @WithDefault("64")
    int maxDepth();

    /** Digits of one number; 20 to 10000. */
    @WithDefault("100")
    int maxNumberLength();
  }

  /** Bounds on work under way. */
  interface Requests {
    /** Threads that run requests; 1 to 1024; two a processor and at least four when not set. */
    OptionalInt workers();

    /** Requests of all connections whose work has not ended; 1 to 1000000. */
    @WithDefault("1024")
    int maxInFlight();

    /** Requests of one connection not yet answered; 1 to 1000000. */
    @WithDefault("64")
    int maxInFlightPerConnection();

    /** Deadline of a request that names none; 1ms to 24h, at most the longest. */
    @WithDefault("30s")
    Duration defaultDeadline();

    /** Longest deadline a request may ask for; 1ms to 24h. */
    @WithDefault("10m")
    Duration maxDeadline();

    /** What a refused client is told to wait; 0s to 1h. */
    @WithDefault("250ms")
    Duration retryAfter();
  }

  /** Bounds on connections. */
  interface Clients {
    /** Open connections; one more is closed with 1013. 1 to 4000. */
    @WithDefault("1024")
    int maxConnections();

    /** Unread answers, in bytes, above which a client's frames are not read; 0 to 1099511627776. */
    @WithDefault("1048576")
    long pauseAboveBytes();

    /** Unread answers, in bytes, above which a client is closed with 1008; 0 to 1099511627776. */
    @WithDefault("33554432")
    long maxOutboundBytes();

    /** How long a paused client may read nothing; 1ms to 24h. */
    @WithDefault("30s")
    Duration slowTimeout();

    /** Notifications that may wait for one client; 1 to 1000000. */
    @WithDefault("256")
    int maxQueuedEvents();

    /** Hosts, beside the request's own and the loopback, whose pages may connect. */
    Optional<Set<String>> allowedOrigins();
  }

  /** Notes the values that cannot be used. */
  default void check(SettingProblems problems) {
    problems.within(
        "rpc.messages.parse-off-loop-above", messages().parseOffLoopAbove(), 0, 1 << 30);
    problems.within("rpc.messages.max-answer-bytes", messages().maxAnswerBytes(), 1 << 16, 1 << 30);
    problems.within("rpc.messages.max-batch", messages().maxBatch(), 1, 10_000);
    problems.within("rpc.messages.max-depth", messages().maxDepth(), 8, 1_000);
    problems.within("rpc.messages.max-number-length", messages().maxNumberLength(), 20, 10_000);
    problems.within("rpc.requests.workers", requests().workers().orElse(1), 1, 1024);
    problems.within("rpc.requests.max-in-flight", requests().maxInFlight(), 1, 1_000_000);
    problems.within(
        "rpc.requests.max-in-flight-per-connection",
        requests().maxInFlightPerConnection(),
        1,
        1_000_000);
    Duration least = Duration.ofMillis(1);
    Duration day = Duration.ofHours(24);
    Duration longest = requests().maxDeadline();
    problems.within("rpc.requests.max-deadline", longest, least, day, "1ms to 24h");
    problems.within(
        "rpc.requests.default-deadline",
        requests().defaultDeadline(),
        least,
        longest,
        "1ms to sextant.rpc.requests.max-deadline, which is " + longest);
    problems.within(
        "rpc.requests.retry-after",
        requests().retryAfter(),
        Duration.ZERO,
        Duration.ofHours(1),
        "0s to 1h");
    problems.within("rpc.clients.max-connections", clients().maxConnections(), 1, 4_000);
    problems.within("rpc.clients.pause-above-bytes", clients().pauseAboveBytes(), 0, 1L << 40);
    problems.within("rpc.clients.max-outbound-bytes", clients().maxOutboundBytes(), 0, 1L << 40);
    problems.within("rpc.clients.slow-timeout", clients().slowTimeout(), least, day, "1ms to 24h");
    problems.within("rpc.clients.max-queued-events", clients().maxQueuedEvents(), 1, 1_000_000);
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
