package dev.sextant.rpc;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an HTTP request may become a WebSocket: pages of foreign sites may not.
 *
 * <p>A browser sends the page's origin and lets the server decide; a client without one is no
 * browser. It also keeps the channel for {@link WebSocketPeer}, which has no other way to stop
 * reading.
 *
 * <p><b>Threads:</b> immutable; called on event loops.
 */
@Singleton
final class UpgradeCheck implements HttpUpgradeCheck {
  /** The network channel of a connection. */
  static final UserData.TypedKey<Channel> CHANNEL = new UserData.TypedKey<>("sextant.channel");

  private static final int FORBIDDEN = 403;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> allowedHosts;

  UpgradeCheck(RpcEngine engine) {
    allowedHosts = engine.settings().clients().allowedOrigins();
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    HttpServerRequest request = context.httpRequest();
    String host = request.authority() == null ? "" : request.authority().toString();
    if (!mayConnect(request.getHeader("Origin"), host, allowedHosts)) {
      return CheckResult.rejectUpgrade(FORBIDDEN);
    }
    if (request.connection() instanceof HttpServerConnection connection) {
      context.userData().put(CHANNEL, connection.channel());
      CorruptFrameReply.addTo(connection.channel());
    }
    return CheckResult.permitUpgrade();
  }

  /** Whether a page of {@code origin} may connect to the service that it calls {@code host}. */
  static boolean mayConnect(@Nullable String origin, String host, Set<String> allowedHosts) {
    if (origin == null) {
      return true;
    }
    URI uri;
    try {
      uri = new URI(origin);
    } catch (URISyntaxException _) {
      return false;
    }
    if (uri.getHost() == null) {
      return false;
    }
    String page = uri.getHost().toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(page)
        || allowedHosts.contains(page)
        || host.toLowerCase(Locale.ROOT)
            .equals(String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT));
  }
}
