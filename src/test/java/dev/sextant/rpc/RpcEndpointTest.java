package dev.sextant.rpc;

import static dev.sextant.rpc.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the endpoint does with real connections. */
@QuarkusTest
@TestProfile(RpcEndpointTest.SmallBounds.class)
class RpcEndpointTest {
  /** Bounds small enough to be reached. */
  public static final class SmallBounds implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "sextant.rpc.clients.max-connections", "3",
          "sextant.rpc.clients.slow-timeout", "300ms",
          "sextant.rpc.messages.parse-off-loop-above", "100");
    }
  }

  @TestHTTPResource("/rpc")
  URI http;

  @Inject HeldMethods held;

  @Test
  void cancelsTheRequestsOfAClientThatIsGone() throws Exception {
    Cancellation cancellation;
    try (RpcClient client = connect()) {
      client.send(request(1, "test/await", "{\"gate\":\"endpoint-gone\"}"));
      cancellation = held.arrival("endpoint-gone").get(20, TimeUnit.SECONDS);

      client.cut();
      assertThat(held.departure("endpoint-gone").get(20, TimeUnit.SECONDS)).isNotEmpty();
    }

    assertThat(cancellation.isCancelled()).isTrue();
  }

  @Test
  void closesOneConnectionTooManyAndTakesTheNextWhenOneIsGone() throws Exception {
    RpcClient[] clients = new RpcClient[3];
    for (int i = 0; i < clients.length; i++) {
      clients[i] = connect();
      clients[i].send(request(1, "test/await", "{\"gate\":\"seat-%d\"}".formatted(i)));
      assertThat(held.arrival("seat-" + i).get(20, TimeUnit.SECONDS)).isNotNull();
    }
    try (RpcClient refused = connect()) {
      assertThat(refused.next()).isEqualTo("close 1013");
    }

    for (int i = 0; i < clients.length; i++) {
      clients[i].close();
      assertThat(held.departure("seat-" + i).get(20, TimeUnit.SECONDS)).isNotEmpty();
    }
    try (RpcClient next = connect()) {
      next.send(request(1, "session/hello", "{}"));
      assertThat(next.nextJson().has("result")).isTrue();
    }
  }

  @Test
  void endsAConnectionThatAsksAndDoesNotRead() throws Exception {
    try (RpcClient client = RpcClient.connectReading(uri(), 0)) {
      client.send(request(0, "test/await", "{\"gate\":\"slow-reader\"}"));
      for (int i = 1; i <= 30; i++) {
        var _ =
            client
                .sendLater(request(i, "test/heap", "{\"count\":1000000}"))
                .toCompletableFuture()
                .join();
      }

      assertThat(held.departure("slow-reader").get(20, TimeUnit.SECONDS)).isNotEmpty();
    }
  }

  @Test
  void readsFramesInOrderAlsoWhenTheyAreReadOffTheEventLoop() {
    try (RpcClient client = connect()) {
      String padding = "p".repeat(60_000);
      for (int i = 0; i < 50; i++) {
        client.send(request(i, "session/hello", "{\"client\":\"" + padding + "\"}"));
        client.send(request("\"small " + i + "\"", "session/hello", "{}"));
      }
      for (int i = 0; i < 50; i++) {
        assertThat(client.nextJson().path("id").asInt()).isEqualTo(i);
        assertThat(client.nextJson().path("id").asText()).isEqualTo("small " + i);
      }
    }
  }

  @Test
  void refusesPagesOfOtherSites() {
    assertThatThrownBy(() -> RpcClient.connectFrom(uri(), "https://evil.example").close())
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    try (RpcClient own = RpcClient.connectFrom(uri(), "http://localhost:3000")) {
      own.send(request(1, "session/hello", "{}"));
      assertThat(own.nextJson().has("result")).isTrue();
    }
  }

  @Test
  void closesAConnectionForOneFrameThatIsTooLong() throws IOException {
    try (Socket socket = new Socket(http.getHost(), http.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out.write(
          """
          GET /rpc HTTP/1.1\r
          Host: localhost\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
          Sec-WebSocket-Version: 13\r
          \r
          """
              .getBytes(StandardCharsets.US_ASCII));
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        head += (char) in.readUnsignedByte();
      }
      assertThat(head).startsWith("HTTP/1.1 101");

      // One final, masked text frame that claims 2 MiB.
      out.write(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0});
      out.flush();

      assertThat(in.readUnsignedByte()).isEqualTo(0x88);
      assertThat(in.readUnsignedByte()).isGreaterThanOrEqualTo(2);
      assertThat(in.readUnsignedShort()).isEqualTo(1009);
    }
  }

  private RpcClient connect() {
    return RpcClient.connect(uri());
  }

  private URI uri() {
    return URI.create(http.toString().replaceFirst("^http", "ws"));
  }
}
