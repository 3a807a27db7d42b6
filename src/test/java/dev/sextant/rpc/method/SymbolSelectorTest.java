package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.rpc.EngineFixture;
import dev.sextant.rpc.RpcMethod;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways to name a symbol and a page, as a request gives them. */
class SymbolSelectorTest {
  private final EngineFixture engine =
      EngineFixture.answering(
          () ->
              List.of(
                  RpcMethod.named("test/select")
                      .takes(SymbolSelector.PARAMETERS)
                      .takes(Paging.PARAMETERS)
                      .blocking(
                          (arguments, _) ->
                              JsonNodeFactory.instance
                                  .objectNode()
                                  .put("selector", SymbolSelector.of(arguments).toString())
                                  .put("paging", Paging.of(arguments).toString()))));

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void readsEachWayToNameASymbol() throws InterruptedException {
    assertThat(selector("{\"symbol\":\"s\"}")).isEqualTo("BySymbol[symbol=s]");
    assertThat(selector("{\"name\":\"Lists.of\"}")).isEqualTo("ByName[name=Lists.of]");
    assertThat(selector("{\"at\":{\"file\":\"A.java\",\"line\":3,\"character\":0}}"))
        .isEqualTo("At[file=A.java, line=3, character=0]");
  }

  @Test
  void refusesNoneAndTwo() throws InterruptedException {
    assertThat(ask("{}").path("error").path("code").asInt()).isEqualTo(-32602);
    assertThat(ask("{\"symbol\":\"s\",\"name\":\"n\"}").path("error").path("message").asText())
        .contains("exactly one of symbol, at, name");
  }

  @Test
  void readsThePage() throws InterruptedException {
    assertThat(ask("{\"symbol\":\"s\"}").path("result").path("paging").asText())
        .isEqualTo("Paging[limit=100, cursor=]");
    assertThat(
            ask("{\"symbol\":\"s\",\"limit\":5,\"cursor\":\"c\"}")
                .path("result")
                .path("paging")
                .asText())
        .isEqualTo("Paging[limit=5, cursor=c]");
    assertThat(ask("{\"symbol\":\"s\",\"limit\":5001}").has("error")).isTrue();
  }

  private String selector(String params) throws InterruptedException {
    return ask(params).path("result").path("selector").asText();
  }

  private JsonNode ask(String params) throws InterruptedException {
    return engine.ask("test/select", params);
  }
}
