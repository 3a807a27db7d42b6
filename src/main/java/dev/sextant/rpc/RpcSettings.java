package dev.sextant.rpc;

import java.time.Duration;
import java.util.Set;

/**
 * The bounds of the protocol engine.
 *
 * @param messages bounds on one message
 * @param requests bounds on work under way
 * @param clients bounds on connections and on what waits for them
 */
public record RpcSettings(Messages messages, Requests requests, Clients clients) {

  /**
   * Bounds on one message.
   *
   * @param maxFrameBytes size of a message in, UTF-8
   * @param parseOffLoopAbove length in UTF-16 units above which a message is parsed off the event
   *     loop
   * @param maxAnswerBytes size of an answer out, UTF-8; a batch's answers count together
   * @param maxBatch requests of one batch
   * @param maxDepth nesting of arrays and objects
   * @param maxNumberLength digits of one number
   */
  public record Messages(
      int maxFrameBytes,
      int parseOffLoopAbove,
      int maxAnswerBytes,
      int maxBatch,
      int maxDepth,
      int maxNumberLength) {}

  /**
   * Bounds on work under way.
   *
   * @param workers threads that run requests
   * @param maxInFlight requests of all connections whose work has not ended
   * @param maxInFlightPerConnection requests of one connection not yet answered
   * @param defaultDeadline deadline of a request that names none
   * @param maxDeadline the longest deadline a request may ask for
   * @param retryAfter what a refused client is told to wait
   */
  public record Requests(
      int workers,
      int maxInFlight,
      int maxInFlightPerConnection,
      Duration defaultDeadline,
      Duration maxDeadline,
      Duration retryAfter) {}

  /**
   * Bounds on connections and on what waits for them.
   *
   * @param maxConnections open connections; one more is closed with 1013
   * @param pauseAboveBytes unread answer bytes above which a client's frames are no longer read
   * @param maxOutboundBytes unread answer bytes above which a client is closed with 1008
   * @param slowTimeout how long a paused client may read nothing before it is closed with 1008
   * @param maxQueuedEvents notifications that may wait for one client
   * @param allowedOrigins hosts, beside the request's own and the loopback, whose pages may connect
   */
  public record Clients(
      int maxConnections,
      long pauseAboveBytes,
      long maxOutboundBytes,
      Duration slowTimeout,
      int maxQueuedEvents,
      Set<String> allowedOrigins) {

    /** Copies the set. */
    public Clients {
      allowedOrigins = Set.copyOf(allowedOrigins);
    }
  }

  /** The bounds that the protocol documents, for a machine with {@code processors} processors. */
  public static RpcSettings defaults(int processors) {
    return new RpcSettings(
        new Messages(1 << 20, 16 << 10, 8 << 20, 100, 64, 100),
        new Requests(
            Math.max(4, processors * 2),
            1024,
            64,
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMillis(250)),
        new Clients(1024, 1L << 20, 32L << 20, Duration.ofSeconds(30), 256, Set.of()));
  }
}
