package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size that is charged is never less than what is sent. */
class JsonSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[1,2.5,true,null,\"x\"]",
        "{\"a\":{\"b\":[\"\\u0000\\n\\\"\\\\\",\"\u00e9\u20ac\ud83d\ude00\"]},\"\u00fc\":-1e30}"
      })
  void isNotLessThanTheText(String json) {
    JsonNode node = RpcClient.json(json);
    int bytes = node.toString().getBytes(StandardCharsets.UTF_8).length;

    assertThat(JsonSize.upTo(node, Long.MAX_VALUE)).isBetween((long) bytes, bytes + 40L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\u00e9\u20ac", "\ud83d\ude00\ud83d", "\ude00x"})
  void countsTheBytesOfText(String text) {
    assertThat(JsonSize.ofUtf8(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
  }
}
