package dev.sextant.rpc;

import static dev.sextant.rpc.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.cancellation.Cancellation;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one connection promises, without a network. */
class RpcConnectionTest {
  private final EngineFixture fixture = EngineFixture.small();
  private final FakePeer peer = FakePeer.eager();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void cancelsTheRequestsOfAClientThatIsGone() throws Exception {
    RpcConnection connection = fixture.connect(peer);
    connection.receive(request(1, "test/await", "{\"gate\":\"gone-await\"}"));
    connection.receive(request(2, "test/block", "{\"gate\":\"gone-block\"}"));
    Cancellation awaiting = fixture.held.arrival("gone-await").get(20, TimeUnit.SECONDS);
    Cancellation blocking = fixture.held.arrival("gone-block").get(20, TimeUnit.SECONDS);

    connection.closed();

    assertThat(awaiting.isCancelled()).isTrue();
    assertThat(blocking.isCancelled()).isTrue();
    assertThat(peer.sent).isEmpty();
    assertThat(fixture.engine.connections()).isZero();
    fixture.held.open("gone-block");
  }

  @Test
  void cancelsWhatAClientAskedWhileItLeft() {
    RpcConnection connection = fixture.connect(peer);
    connection.closed();

    connection.receive(request(1, "test/echo", "{\"text\":\"x\"}"));

    assertThat(peer.sent).isEmpty();
  }

  @Test
  void refusesMoreRequestsThanAConnectionMayHave() throws Exception {
    RpcConnection connection = fixture.connect(peer);
    for (int i = 0; i < EngineFixture.MAX_PER_CONNECTION; i++) {
      connection.receive(request(i, "test/await", "{\"gate\":\"full\"}"));
    }

    connection.receive(request("\"more\"", "test/echo", "{\"text\":\"x\"}"));

    JsonNode error = peer.next().path("error");
    assertThat(error.path("code").asInt()).isEqualTo(-32011);
    assertThat(error.path("data").path("retryAfterMs").asInt()).isEqualTo(70);
    assertThat(error.path("data").path("retryable").asBoolean()).isTrue();
  }

  @Test
  void letsACancellationThroughWhenTheConnectionIsFull() throws Exception {
    RpcConnection connection = fixture.connect(peer);
    for (int i = 0; i < EngineFixture.MAX_PER_CONNECTION; i++) {
      connection.receive(request(i, "test/await", "{\"gate\":\"full\"}"));
    }

    connection.receive(request("\"open\"", "test/open", "{\"gate\":\"other\"}"));

    assertThat(peer.next().path("id").asText()).isEqualTo("open");
  }

  @Test
  void refusesMoreRequestsThanTheServiceMayHave() throws Exception {
    RpcConnection first = fixture.connect(peer);
    RpcConnection second = fixture.connect(FakePeer.eager());
    for (int i = 0; i < EngineFixture.MAX_PER_CONNECTION; i++) {
      first.receive(request(i, "test/block", "{\"gate\":\"crowd\"}"));
      second.receive(request(i, "test/block", "{\"gate\":\"crowd\"}"));
    }
    assertThat(fixture.engine.inFlight()).isEqualTo(EngineFixture.MAX_IN_FLIGHT);
    for (int i = 0; i < EngineFixture.MAX_PER_CONNECTION; i++) {
      assertThat(first.cancel(new RequestId(RpcClient.json(String.valueOf(i))))).isTrue();
      assertThat(peer.next().path("error").path("code").asInt()).isEqualTo(-32800);
    }

    first.receive(request(9, "test/echo", "{\"text\":\"x\"}"));

    // The cancelled work has not ended, so it still counts.
    assertThat(peer.next().path("error").path("code").asInt()).isEqualTo(-32011);
    fixture.held.open("crowd");
  }

  @Test
  void refusesMoreConnectionsThanTheServiceMayHave() {
    RpcConnection first = fixture.connect(peer);
    RpcConnection second = fixture.connect(FakePeer.eager());

    assertThat(fixture.engine.connect(FakePeer.eager())).isEmpty();

    first.closed();
    first.closed();
    assertThat(fixture.engine.connect(FakePeer.eager())).isPresent();
    assertThat(fixture.engine.connect(FakePeer.eager())).isEmpty();
    second.closed();
  }

  @Test
  void tellsAWaiterThatTheConnectionEnded() {
    CompletableFuture<String> told = new CompletableFuture<>();
    CompletableFuture<String> toldLate = new CompletableFuture<>();
    RpcConnection connection = fixture.connect(peer);
    connection.whenClosed(() -> told.complete("closed"));

    connection.closed();
    connection.whenClosed(() -> toldLate.complete("closed"));

    assertThat(told).isCompletedWithValue("closed");
    assertThat(toldLate).isCompletedWithValue("closed");
  }

  @Test
  void cutsAListAtAWholeItem() throws Exception {
    RpcConnection connection = fixture.connect(peer);

    connection.receive(request(1, "test/list", "{\"count\":20000}"));

    JsonNode result = peer.next().path("result");
    assertThat(result.path("truncated").asBoolean()).isTrue();
    assertThat(result.path("items").size()).isBetween(6_000, 8_000);
    assertThat(result.path("items").path(result.path("items").size() - 1).path("padding").asText())
        .hasSize(1000);
  }

  @Test
  void countsAnsweredRequestsByMethodAndOutcome() throws Exception {
    RpcConnection connection = fixture.connect(peer);
    connection.receive(request(1, "test/echo", "{\"text\":\"x\"}"));
    assertThat(peer.next().has("result")).isTrue();
    connection.receive(request(2, "no/such/" + "x".repeat(50), "{}"));
    assertThat(peer.next().has("error")).isTrue();

    assertThat(timer("test/echo", "ok").count()).isEqualTo(1);
    assertThat(timer("unknown", "methodNotFound").count()).isEqualTo(1);
    assertThat(fixture.registry.get("sextant.rpc.connections").gauge().value()).isEqualTo(1);
    assertThat(fixture.registry.get("sextant.rpc.in.flight").gauge().value()).isZero();
  }

  private Timer timer(String method, String outcome) {
    return fixture
        .registry
        .get("sextant.rpc.requests")
        .tag("method", method)
        .tag("outcome", outcome)
        .timer();
  }
}
