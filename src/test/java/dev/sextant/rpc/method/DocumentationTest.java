package dev.sextant.rpc.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which text around a declaration is its documentation. */
class DocumentationTest {
  @Test
  void takesTheBlockDirectlyBefore() {
    assertThat(before("/* no */\n/**\n * Yes,\n * with src/**.\n */\nint x"))
        .contains("Yes,\nwith src/**.");
    assertThat(before("/** Same line. */ int x")).contains("Same line.");
    assertThat(before("/** Windows. */\r\nint x")).contains("Windows.");
  }

  @Test
  void looksPastTheWordsThatStandBeforeADeclaration() {
    assertThat(before("/** Exported. */\n  export default int x")).contains("Exported.");
  }

  @Test
  void takesLinesWithoutAGap() {
    assertThat(before("a();\n\n// not\n\n  // one\n  // two\n  int x")).contains("one\ntwo");
    assertThat(before("# one\n# two\nint x")).contains("one\ntwo");
  }

  @Test
  void takesNothingElse() {
    assertThat(before("int x")).isEmpty();
    assertThat(before("}\nint x")).isEmpty();
    assertThat(before("/** Far. */\n\nint x")).isEmpty();
    assertThat(before("a(); /* of a */\nint x")).isEmpty();
    assertThat(before("a(); // of a\nint x")).isEmpty();
    assertThat(before("*/\nint x")).isEmpty();
    assertThat(before("/**/\nint x")).isEmpty();
    assertThat(before("/*/\nint x")).isEmpty();
    assertThat(before("//\nint x")).isEmpty();
  }

  @Test
  void takesTheStringThatAPythonBodyStartsWith() {
    assertThat(PythonDocstring.at(":\n  # note\n  r'''One.\n\n  Two.\n  '''\n  x()", 0))
        .contains("One.\n\nTwo.");
    assertThat(PythonDocstring.at("\"short\"", 0)).contains("short");
    assertThat(PythonDocstring.at(": x = 'no'", 0)).isEmpty();
    assertThat(PythonDocstring.at("'''open", 0)).isEmpty();
    assertThat(PythonDocstring.at("''''''", 0)).isEmpty();
    assertThat(PythonDocstring.at("", 0)).isEmpty();
    assertThat(PythonDocstring.at(": # end", 0)).isEmpty();
  }

  private static Optional<String> before(String text) {
    return LeadingComment.before(text, text.indexOf("int x"));
  }
}
