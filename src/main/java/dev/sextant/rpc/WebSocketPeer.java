package dev.sextant.rpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client at the other end of a WebSocket.
 *
 * <p><b>Threads:</b> thread-safe; the channel's own thread does the work.
 */
final class WebSocketPeer implements Peer {
  /** How long a client may take to read the close frame before the channel is cut. */
  private static final int CLOSE_GRACE_SECONDS = 2;

  private static final int MAX_REASON_LENGTH = 120;

  private final WebSocketConnection connection;
  // Absent only when the server's connections are of a kind unknown to the check that supplies it.
  private final @Nullable Channel channel;

  WebSocketPeer(WebSocketConnection connection) {
    this.connection = connection;
    this.channel = connection.userData().get(UpgradeCheck.CHANNEL);
  }

  @Override
  public void send(String text, Runnable done) {
    Cancellable _ = connection.sendText(text).subscribe().with(_ -> done.run(), _ -> done.run());
  }

  @Override
  public void read(BooleanSupplier wanted) {
    if (channel != null) {
      Channel reading = channel;
      reading.eventLoop().execute(() -> reading.config().setAutoRead(wanted.getAsBoolean()));
    }
  }

  @Override
  public void close(int code, String reason) {
    String shown = reason.substring(0, Math.min(MAX_REASON_LENGTH, reason.length()));
    Cancellable _ =
        connection.close(new CloseReason(code, shown)).subscribe().with(_ -> {}, _ -> {});
    if (channel != null) {
      Channel closing = channel;
      // The client's answer to the close frame must be read, even from one that was paused.
      read(() -> true);
      Runnable cut = () -> cut(closing);
      var _ = closing.eventLoop().schedule(cut, CLOSE_GRACE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void cut(Channel channel) {
    // Closing from the front of the pipeline passes by the server, which would wait for the client
    // once more.
    ChannelHandlerContext front = channel.pipeline().firstContext();
    if (front != null) {
      var _ = front.close();
    }
  }
}
