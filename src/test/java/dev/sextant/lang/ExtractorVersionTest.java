package dev.sextant.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorVersionTest {
  @TempDir private Path program;

  @Test
  void isThatOfTheCompiledProgram() throws Exception {
    assertThat(ExtractorVersion.read())
        .isEqualTo(ExtractorVersionTask.version(Path.of("target", "classes")));
  }

  @Test
  void changesWithAnExtractorAndWithTheGrammars() throws Exception {
    for (String folder :
        new String[] {"source", "graph", "syntax", "lang/java", "lang/classfile"}) {
      write("dev/sextant/" + folder + "/A.class", folder);
    }
    write("dev/sextant/query/A.class", "query");
    write("native/libsextant-syntax.sha256", "1");
    String before = ExtractorVersionTask.version(program);

    write("dev/sextant/query/A.class", "other");
    write("dev/sextant/lang/classfile/A.class", "other");
    assertThat(ExtractorVersionTask.version(program)).isEqualTo(before);

    write("dev/sextant/lang/java/A.class", "other");
    String after = ExtractorVersionTask.version(program);
    assertThat(after).isNotEqualTo(before);

    write("native/libsextant-syntax.sha256", "2");
    assertThat(ExtractorVersionTask.version(program)).isNotEqualTo(after);
  }

  private void write(String path, String text) throws Exception {
    Path file = program.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
