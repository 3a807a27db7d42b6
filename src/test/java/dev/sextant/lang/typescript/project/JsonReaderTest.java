package dev.sextant.lang.typescript.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void readsWhatIsJson() throws Exception {
    Json json =
        JsonReader.read("{\"a\": [1, -2.5E+3, true, false, null, \"x\\n\\u0041\\\"\"], \"b\": {}}");

    assertThat(json.at("a").orElseThrow().texts()).containsExactly("x\nA\"");
    assertThat(json.at("b")).contains(new Json.Table(Map.of()));
    assertThat(json.at("c")).isEmpty();
    assertThat(json.text("a")).isEmpty();
  }

  @Test
  void allowsCommentsTrailingCommasAndAByteOrderMark() throws Exception {
    Json json =
        JsonReader.read("\uFEFF// x\n{ /* y */ \"a\": [ \"//\", /**/ ], // z\n \"b\": \"/*\", }\n");

    assertThat(json.at("a").orElseThrow().texts()).isEqualTo(List.of("//"));
    assertThat(json.text("b")).contains("/*");
  }

  @Test
  void keepsTheOrderOfNames() throws Exception {
    assertThat(JsonReader.read("{\"z\":1,\"a\":2,\"m\":3}").table().keySet())
        .containsExactly("z", "a", "m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1",
        "{\"a\"}",
        "{\"a\":}",
        "{,}",
        "[,]",
        "[1 2]",
        "{a: 1}",
        "'x'",
        "\"x",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "nul",
        "undefined",
        "{} {}",
        "/* x",
        "{\"a\":1,,}"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("in line 1");
  }

  @Test
  void saysInWhichLine() {
    assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": 1\n  \"b\": 2\n}"))
        .hasMessage("expected a comma or } in line 3");
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .hasMessage("it is nested deeper than 64 levels");
    assertThatThrownBy(() -> JsonReader.read("{\"a\":".repeat(100_000)))
        .isInstanceOf(MalformedJsonException.class);
  }
}
