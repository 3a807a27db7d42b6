package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("quarantine");
  }

  @Test
  void readsWhatItWrote() throws IOException {
    var files =
        List.of(
            new QuarantinedFile("a b\\n\\", 1, -1),
            new QuarantinedFile("tab\tline\nreturn\r", 0, Long.MIN_VALUE),
            new QuarantinedFile("größe/文.py", Long.MAX_VALUE, 3));

    Quarantine.empty().with(files).write(file);

    assertThat(Quarantine.read(file).files()).isEqualTo(files);
  }

  @Test
  void replacesTheEntryOfAPath() {
    Quarantine quarantine =
        Quarantine.empty()
            .with(List.of(new QuarantinedFile("a", 1, 1)))
            .with(List.of(new QuarantinedFile("a", 2, 2)));

    assertThat(quarantine.files()).containsExactly(new QuarantinedFile("a", 2, 2));
    assertThat(quarantine.contains("a", 1)).isFalse();
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    Quarantine quarantine =
        Quarantine.empty()
            .with(
                IntStream.rangeClosed(0, Quarantine.MOST_FILES)
                    .mapToObj(number -> new QuarantinedFile("f" + number, 1, 1))
                    .toList());

    assertThat(quarantine.files()).hasSize(Quarantine.MOST_FILES);
    assertThat(quarantine.contains("f0", 1)).isFalse();
    assertThat(quarantine.contains("f1", 1)).isTrue();
  }

  @Test
  void dropsLinesThatMakeNoSense() throws IOException {
    Files.writeString(file, "sextant-quarantine 1\nnonsense\n1\t2\tgood\nx\t2\tbad\n\n");

    assertThat(Quarantine.read(file).files()).containsExactly(new QuarantinedFile("good", 2, 1));
  }

  @Test
  void isEmptyWithoutAFileAndForAForeignOne() throws IOException {
    assertThat(Quarantine.read(file).files()).isEmpty();

    Files.write(file, new byte[] {(byte) 0xff, 1, 2});
    assertThat(Quarantine.read(file).files()).isEmpty();

    Files.writeString(file, "another program's\n1\t2\tpath\n");
    assertThat(Quarantine.read(file).files()).isEmpty();
  }
}
