package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a declaration means for the requests checked against it and for the document made from it.
 */
class DeclarationTest {
  private static final Parameters PLACE =
      Parameters.of(
          Parameter.required("file", ParameterType.text(), "The file."),
          Parameter.withDefault("line", ParameterType.integer(0, 1000), 7, "The line."));
  private static final Parameters DECLARED =
      Parameters.of(
              Parameter.optional("symbol", ParameterType.text(), "By id."),
              Parameter.optional("at", ParameterType.structure(PLACE), "By place."),
              Parameter.optional(
                  "kinds", ParameterType.listOf(ParameterType.choice("a", "b"), 3), "Kinds."),
              Parameter.optional(
                  "places", ParameterType.listOf(ParameterType.structure(PLACE), 2), "Places."),
              Parameter.withDefault("mode", ParameterType.choice("fast", "slow"), "fast", "How."),
              Parameter.flagDefaultTrue("wait", "Whether to wait."))
          .exactlyOneOf("symbol", "at");

  @Test
  void givesTypedValuesAndFillsInDefaults() {
    Arguments arguments =
        check(
            """
            {"at":{"file":"A.java"},"kinds":["b","a"],"places":[{"file":"x","line":3}]}""");

    assertThat(arguments.has("symbol")).isFalse();
    assertThat(arguments.optionalText("symbol")).isEmpty();
    assertThat(arguments.structure("at").orElseThrow().text("file")).isEqualTo("A.java");
    assertThat(arguments.structure("at").orElseThrow().integer("line")).isEqualTo(7);
    assertThat(arguments.texts("kinds")).containsExactly("b", "a");
    assertThat(arguments.structures("places").getFirst().integer("line")).isEqualTo(3);
    assertThat(arguments.text("mode")).isEqualTo("fast");
    assertThat(arguments.flag("wait")).isTrue();
  }

  @Test
  void namesTheParameterThatIsWrong() {
    assertMistake("{\"symbol\":\"s\",\"mode\":\"quick\"}", "mode", "one of fast, slow");
    assertMistake("{\"symbol\":\"s\",\"wait\":1}", "wait", "true or false");
    assertMistake("{\"symbol\":null}", "symbol", "a string of 1 to 4096 characters");
    assertMistake("{\"at\":{}}", "at.file", "a string of 1 to 4096 characters");
    assertMistake("{\"at\":{\"file\":\"f\",\"line\":-1}}", "at.line", "an integer from 0 to 1000");
    assertMistake("{\"at\":{\"file\":\"f\",\"line\":1.5}}", "at.line", "an integer from 0 to 1000");
    assertMistake("{\"at\":{\"file\":\"f\",\"row\":1}}", "at.row", "one of file, line");
    assertMistake("{\"symbol\":\"s\",\"kinds\":[\"a\",\"c\"]}", "kinds[1]", "one of a, b");
    assertMistake("{\"symbol\":\"s\",\"places\":[{}]}", "places[0].file", "a string of");
  }

  @Test
  void demandsExactlyOneOfAGroup() {
    assertMistake("{}", "symbol", "exactly one of symbol, at");
    assertMistake("{\"symbol\":\"s\",\"at\":{\"file\":\"f\"}}", "at", "exactly one of symbol, at");
  }

  @Test
  void refusesToReadWhatIsNotDeclared() {
    Arguments arguments = check("{\"symbol\":\"s\"}");

    assertThatThrownBy(() -> arguments.text("other")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> arguments.text("kinds")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNamesDeclaredTwice() {
    Parameter one = Parameter.optional("one", ParameterType.flag(), "One.");
    RpcMethod method =
        RpcMethod.named("m").blocking((_, _) -> JsonNodeFactory.instance.objectNode());

    assertThatThrownBy(() -> Parameters.of(one, one)).hasMessageContaining("one");
    assertThatThrownBy(() -> RpcMethods.of(List.of(() -> List.of(method, method)), "0"))
        .hasMessageContaining("m");
  }

  @Test
  void describesEveryMethodWithItsParameters() {
    RpcMethod method =
        RpcMethod.named("m")
            .summary("Does.")
            .takes(DECLARED)
            .answers(ResultShape.of("It.").field("x", "string", "An x."))
            .fails(RpcErrorKind.NOT_FOUND)
            .blocking((_, _) -> JsonNodeFactory.instance.objectNode());
    RpcMethods methods = RpcMethods.of(List.of(() -> List.of(method)), "1.2");

    JsonNode document = OpenRpcDocument.of(methods, "1.2");

    assertThat(document.path("info").path("version").asText()).isEqualTo("1.2");
    JsonNode described = document.path("methods").path(0);
    assertThat(described.path("params").findValuesAsText("name"))
        .startsWith("symbol", "at", "kinds", "places", "mode", "wait")
        .contains("deadlineMs");
    assertThat(described.path("x-exactlyOneOf")).hasToString("[[\"symbol\",\"at\"]]");
    assertThat(described.path("params").path(1).path("schema").path("required"))
        .hasToString("[\"file\"]");
    assertThat(described.path("params").path(4).path("schema"))
        .hasToString("{\"type\":\"string\",\"enum\":[\"fast\",\"slow\"],\"default\":\"fast\"}");
    assertThat(described.path("errors").path(0).path("code").asInt()).isEqualTo(-32006);
    assertThat(document.path("methods").path(1).path("name").asText()).isEqualTo("rpc.discover");
  }

  @Test
  void guessesWhatAMisspeltWordWasMeantToBe() {
    List<String> known = List.of("symbol/callers", "symbol/callees", "workspace/load");

    assertThat(Spelling.nearest("symbol/caller", known)).contains("symbol/callers");
    assertThat(Spelling.nearest("workspace.load", known)).contains("workspace/load");
    assertThat(Spelling.nearest("Workspace/Load", known)).contains("workspace/load");
    assertThat(Spelling.nearest("graph/path", known)).isEmpty();
    assertThat(Spelling.nearest("x".repeat(10_000), known)).isEmpty();
  }

  private static Arguments check(String json) {
    return ParameterCheck.check(DECLARED, (ObjectNode) RpcClient.json(json));
  }

  private static void assertMistake(String json, String parameter, String expected) {
    assertThatThrownBy(() -> check(json))
        .isInstanceOfSatisfying(
            RpcException.class,
            thrown -> {
              assertThat(thrown.error().kind()).isEqualTo(RpcErrorKind.INVALID_PARAMS);
              assertThat(thrown.error().extra().path("parameter").asText()).isEqualTo(parameter);
              assertThat(thrown.error().extra().path("expected").asText()).startsWith(expected);
              assertThat(thrown.error().message()).contains(parameter).contains(expected);
            });
  }
}
