package dev.sextant.rpc;

import static dev.sextant.rpc.EngineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request is answered exactly once, whatever races to answer it. */
class ExactlyOneAnswerTest {
  private static final int REQUESTS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 7, 42, 1009, 65537})
  void answersEveryRequestExactlyOnce(long seed) throws Exception {
    Random random = new Random(seed);
    FakePeer peer = FakePeer.eager();
    try (EngineFixture fixture = EngineFixture.roomy(REQUESTS)) {
      RpcConnection connection = fixture.connect(peer);
      List<Thread> others = new ArrayList<>();
      for (int id = 0; id < REQUESTS; id++) {
        connection.receive(anyRequest(random, id));
        int victim = random.nextInt(id + 1);
        switch (random.nextInt(4)) {
          case 0 -> others.add(Thread.startVirtualThread(() -> cancel(connection, victim)));
          case 1 ->
              others.add(Thread.startVirtualThread(() -> fixture.held.open("gate-" + victim)));
          default -> {}
        }
      }
      for (Thread other : others) {
        other.join();
      }
      for (int id = 0; id < REQUESTS; id++) {
        fixture.held.open("gate-" + id);
      }

      Map<Integer, Integer> answers = new HashMap<>();
      for (int i = 0; i < REQUESTS; i++) {
        for (JsonNode answer : each(peer.next())) {
          answers.merge(answer.path("id").asInt(), 1, Integer::sum);
        }
      }
      assertThat(answers).as("seed %d", seed).hasSize(REQUESTS);
      assertThat(answers.values()).as("seed %d", seed).containsOnly(1);
      assertThat(peer.sent).as("seed %d", seed).isEmpty();
    }
  }

  private static String anyRequest(Random random, int id) {
    String gate =
        "{\"gate\":\"gate-%d\"%s}".formatted(id, random.nextInt(3) == 0 ? deadline(random) : "");
    String one =
        switch (random.nextInt(5)) {
          case 0 -> request(id, "test/await", gate);
          case 1 -> request(id, "test/echo", "{\"text\":\"x\"" + deadline(random) + "}");
          case 2 -> request(id, "test/unknown", "{}");
          case 3 -> request(id, "test/echo", "{\"wrong\":1}");
          default -> request(id, "test/await", gate);
        };
    return random.nextInt(4) == 0 ? "[" + one + "]" : one;
  }

  private static String deadline(Random random) {
    return ",\"deadlineMs\":" + (1 + random.nextInt(5));
  }

  private static void cancel(RpcConnection connection, int id) {
    connection.receive(
        "{\"jsonrpc\":\"2.0\",\"method\":\"test/open\",\"params\":{\"gate\":\"gate-%d\"}}"
            .formatted(id));
    boolean _ = connection.cancel(new RequestId(RpcClient.json(String.valueOf(id))));
  }

  private static Iterable<JsonNode> each(JsonNode frame) {
    return frame.isArray() ? frame : List.of(frame);
  }
}
