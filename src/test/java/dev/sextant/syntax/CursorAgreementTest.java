package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CursorAgreementTest {
  private static final Path RAW_PARSE = Path.of("target/grammars/raw-parse");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Grammar.class)
  void ourWalkVisitsTheNodesOfTheCursor(Grammar grammar) throws IOException, InterruptedException {
    byte[] text = Snippets.of(grammar);
    var list = new StringBuilder();
    for (int cut = 0; cut < 12; cut++) {
      Path file = folder.resolve("cut" + cut);
      byte[] part = new byte[text.length - cut * text.length / 12];
      System.arraycopy(text, 0, part, 0, part.length);
      Files.write(file, part);
      list.append(file).append('\n');
    }
    Path names = Files.writeString(folder.resolve("list"), list);

    Process process =
        new ProcessBuilder(RAW_PARSE.toString(), "--check", grammar.wireName(), names.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("files 12\n");
  }
}
