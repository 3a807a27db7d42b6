package dev.sextant.rpc;

import static dev.sextant.rpc.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a client that asks and does not read. */
class SlowClientTest {
  private final FakePeer peer = FakePeer.lazy();

  @Test
  void readsNoMoreFramesWhileMuchWaitsAndResumesWhenItIsTaken() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      RpcConnection connection = fixture.connect(peer);

      ask(connection, 1, 600);
      assertThat(peer.isRead()).isTrue();
      ask(connection, 2, 600);
      assertThat(peer.isRead()).isFalse();

      peer.take();
      assertThat(peer.isRead()).isFalse();
      peer.take();
      assertThat(peer.isRead()).isTrue();
      assertThat(peer.closed).isNotDone();
    }
  }

  @Test
  void closesAClientThatTakesNothingForTooLong() throws Exception {
    try (EngineFixture fixture = EngineFixture.impatient()) {
      RpcConnection connection = fixture.connect(peer);

      ask(connection, 1, 2000);

      assertThat(peer.closeReason()).startsWith("1008 answers were not read");
    }
  }

  @Test
  void closesAClientForWhichTooMuchWaits() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      RpcConnection connection = fixture.connect(peer);

      ask(connection, 1, 3000);
      connection.receive(request(2, "test/echo", echo(3000)));

      assertThat(peer.closeReason()).startsWith("1008 ").contains("wait unread");
    }
  }

  @Test
  void sendsALargeAnswerToAClientForWhichNothingWaits() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      ask(fixture.connect(peer), 1, EngineFixture.MAX_OUTBOUND * 2);

      assertThat(peer.closed).isNotDone();
    }
  }

  @Test
  void keepsOnlyTheLatestOfEventsThatSupersedeEachOther() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      EventQueue events = fixture.connect(peer).events();

      events.offer("e", number(0), List::getLast);
      for (int i = 1; i <= 50; i++) {
        events.offerLatest("e", "progress of one", number(i), List::getLast);
        events.offerLatest("e", "progress of two", number(1000 + i), List::getLast);
      }
      peer.take();
      peer.take();
      peer.take();

      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(0);
      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(50);
      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(1050);
      assertThat(peer.sent).isEmpty();
      assertThat(peer.closed).isNotDone();
    }
  }

  @Test
  void sumsUpForASubscriberThatLetsTooManyEventsWait() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      EventQueue events = fixture.connect(peer).events();

      // The first is on its way and waits no more.
      for (int i = 0; i <= EngineFixture.MAX_EVENTS + 1; i++) {
        events.offer("e", number(i), SlowClientTest::sum);
      }
      peer.take();
      peer.take();

      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(0);
      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(1 + 2 + 3 + 4 + 5);
      assertThat(peer.sent).isEmpty();

      events.offer("e", number(7), SlowClientTest::sum);
      peer.take();
      assertThat(peer.next().path("params").path("number").asInt()).isEqualTo(7);
      assertThat(peer.closed).isNotDone();
    }
  }

  @Test
  void closesASubscriberThatDoesNotTakeTheSummaryEither() throws Exception {
    try (EngineFixture fixture = EngineFixture.small()) {
      EventQueue events = fixture.connect(peer).events();

      for (int i = 0; i <= 2 * EngineFixture.MAX_EVENTS; i++) {
        events.offer("e", number(i), SlowClientTest::sum);
      }
      assertThat(peer.closed).isNotDone();
      events.offer("e", number(99), SlowClientTest::sum);

      assertThat(peer.closeReason()).startsWith("1008 more than 4 events");
    }
  }

  private static ObjectNode sum(List<ObjectNode> events) {
    return number(events.stream().mapToInt(event -> event.path("number").asInt()).sum());
  }

  private void ask(RpcConnection connection, int id, int length) throws InterruptedException {
    connection.receive(request(id, "test/echo", echo(length)));
    assertThat(peer.next().path("id").asInt()).isEqualTo(id);
  }

  private static String echo(int length) {
    return "{\"text\":\"" + "x".repeat(length) + "\"}";
  }

  private static ObjectNode number(int number) {
    return JsonNodeFactory.instance.objectNode().put("number", number);
  }
}
