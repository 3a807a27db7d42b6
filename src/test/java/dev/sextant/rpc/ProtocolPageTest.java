package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the protocol page in step with the methods that the code declares. */
class ProtocolPageTest {
  private static final Pattern METHOD =
      Pattern.compile("\"name\" ?: ?\"((?:[a-z]+|\\$)[/.][A-Za-z]+)\"");

  @Test
  void describesEveryMethodOfTheOpenRpcDocument() throws Exception {
    String page = Files.readString(Path.of("docs/protocol.md"));
    Matcher methods =
        METHOD.matcher(Files.readString(Path.of("src/test/resources/golden/openrpc/openrpc.json")));

    int seen = 0;
    while (methods.find()) {
      seen++;
      assertThat(page).contains("### `" + methods.group(1) + "`");
    }
    assertThat(seen).isGreaterThan(20);
  }
}
