package dev.sextant.rpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.util.concurrent.TimeUnit;

/**
 * Tells a client why its frame was not read, where the server would only cut the connection: a
 * frame above the bound is answered with close code 1009, another breach of the WebSocket protocol
 * with its own.
 *
 * <p>The rest of the frame is read and dropped for a moment, because cutting the connection while
 * the client still sends would take the close frame away from it.
 *
 * <p><b>Threads:</b> confined to the channel's event loop.
 */
final class CorruptFrameReply extends ChannelInboundHandlerAdapter {
  private static final String SERVER = "handler";
  private static final int GRACE_SECONDS = 2;

  private CorruptFrameReply() {}

  /** Puts a reply in front of the server's own handling of a channel's failures. */
  static void addTo(Channel channel) {
    if (channel.pipeline().get(SERVER) != null) {
      channel.pipeline().addBefore(SERVER, "corrupt-frame-reply", new CorruptFrameReply());
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    if (cause instanceof CorruptedWebSocketFrameException corrupt) {
      var _ =
          context.writeAndFlush(
              new CloseWebSocketFrame(
                  corrupt.closeStatus().code(), corrupt.closeStatus().reasonText()));
      Runnable cut = () -> cut(context);
      var _ = context.channel().eventLoop().schedule(cut, GRACE_SECONDS, TimeUnit.SECONDS);
    } else {
      super.exceptionCaught(context, cause);
    }
  }

  private static void cut(ChannelHandlerContext context) {
    var _ = context.close();
  }
}
