package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published document: what clients rely on changes only on purpose. */
@QuarkusTest
class OpenRpcGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/openrpc/openrpc.json");

  @Inject RpcEngine engine;

  @Test
  void isTheGoldenDocument() throws IOException {
    String text =
        RestAssured.get("/openrpc.json")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .extract()
            .asString();
    ObjectNode document = (ObjectNode) RpcClient.json(text);
    ((ObjectNode) document.get("info")).put("version", "any");
    ArrayNode methods = (ArrayNode) document.get("methods");
    methods.removeIf(method -> method.path("name").asText().startsWith("test/"));
    String published = document.toPrettyString() + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, published);
    }

    assertThat(published).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void hasEveryMethodWithAllItsParameters() {
    JsonNode document = OpenRpcDocument.of(engine.methods(), "any");
    Map<String, List<String>> published = new TreeMap<>();
    for (JsonNode method : document.path("methods")) {
      published.put(method.path("name").asText(), names(method.path("params")));
    }

    Map<String, List<String>> declared = new TreeMap<>();
    for (RpcMethod method : engine.methods().all()) {
      List<String> names = new ArrayList<>(method.parameters().names());
      names.add("deadlineMs");
      declared.put(method.name(), names);
    }
    assertThat(published).isEqualTo(declared);
  }

  private static List<String> names(JsonNode params) {
    List<String> names = new ArrayList<>();
    params.forEach(param -> names.add(param.path("name").asText()));
    return names;
  }
}
