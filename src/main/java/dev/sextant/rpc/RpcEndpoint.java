package dev.sextant.rpc;

import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * The WebSocket at {@code /rpc}: hands frames to the engine, one after the other.
 *
 * <p>A frame is done with once its requests are registered; they are answered later, from other
 * threads.
 *
 * <p><b>Threads:</b> event loop only; large frames are read on a parser thread while the connection
 * is not read.
 */
@WebSocket(path = "/rpc", inboundProcessingMode = InboundProcessingMode.SERIAL)
class RpcEndpoint {
  private static final Logger LOG = Logger.getLogger(RpcEndpoint.class);
  private static final UserData.TypedKey<RpcConnection> CONNECTION =
      new UserData.TypedKey<>("sextant.connection");

  private static final int UNSUPPORTED_DATA = 1003;
  private static final int MESSAGE_TOO_BIG = 1009;
  private static final int INTERNAL_ERROR = 1011;
  private static final int TRY_AGAIN_LATER = 1013;

  private final RpcEngine engine;

  RpcEndpoint(RpcEngine engine) {
    this.engine = engine;
  }

  @OnOpen
  Uni<Void> open(WebSocketConnection socket) {
    Peer peer = new WebSocketPeer(socket);
    engine
        .connect(peer)
        .ifPresentOrElse(
            connection -> socket.userData().put(CONNECTION, connection),
            () ->
                peer.close(
                    TRY_AGAIN_LATER,
                    "the service has %d connections open: try again later"
                        .formatted(engine.settings().clients().maxConnections())));
    return Uni.createFrom().voidItem();
  }

  @OnTextMessage
  Uni<Void> text(String text, WebSocketConnection socket) {
    RpcConnection connection = socket.userData().get(CONNECTION);
    if (connection == null) {
      return Uni.createFrom().voidItem();
    }
    if (text.length() <= engine.settings().messages().parseOffLoopAbove()) {
      connection.receive(text);
      return Uni.createFrom().voidItem();
    }
    Context loop = Vertx.currentContext();
    connection.gate().hold();
    return Uni.createFrom()
        .emitter(registered -> readElsewhere(connection, text, loop, registered));
  }

  @OnBinaryMessage
  Uni<Void> binary(Buffer ignored, WebSocketConnection socket) {
    new WebSocketPeer(socket).close(UNSUPPORTED_DATA, "send JSON-RPC as text frames");
    return Uni.createFrom().voidItem();
  }

  @OnClose
  Uni<Void> close(WebSocketConnection socket) {
    RpcConnection connection = socket.userData().get(CONNECTION);
    if (connection != null) {
      connection.closed();
    }
    return Uni.createFrom().voidItem();
  }

  @OnError
  Uni<Void> error(Throwable failure, WebSocketConnection socket) {
    LOG.debugf(failure, "Connection %s failed", socket.id());
    switch (failure) {
      case HttpClosedException _ -> {}
      // The server has no type of its own for a message of several frames above the bound.
      case IllegalStateException large
          when String.valueOf(large.getMessage()).contains("message size") ->
          new WebSocketPeer(socket)
              .close(
                  MESSAGE_TOO_BIG,
                  "a message has at most %d bytes"
                      .formatted(engine.settings().messages().maxFrameBytes()));
      case IOException _ -> {}
      default -> {
        LOG.errorf(failure, "Connection %s failed", socket.id());
        new WebSocketPeer(socket).close(INTERNAL_ERROR, "the connection failed");
      }
    }
    return Uni.createFrom().voidItem();
  }

  private void readElsewhere(
      RpcConnection connection, String text, Context loop, UniEmitter<? super Void> registered) {
    try {
      engine
          .parsers()
          .execute(
              () -> {
                try {
                  connection.receive(text);
                } finally {
                  connection.gate().release();
                  loop.runOnContext(_ -> registered.complete(null));
                }
              });
    } catch (RejectedExecutionException _) {
      connection.gate().release();
      registered.complete(null);
    }
  }
}
