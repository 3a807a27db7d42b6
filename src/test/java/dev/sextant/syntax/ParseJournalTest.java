package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseJournalTest {
  @TempDir Path folder;

  @Test
  void quarantinesWhatAKilledProcessWasParsing() throws Exception {
    Process child = child(folder);
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("parsing");
      try (var meanwhile = ParseJournal.open(folder, 1)) {
        assertThat(meanwhile.found()).as("a living process is not accused").isEmpty();
      }
      child.destroyForcibly();
      child.waitFor();
    }

    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.found()).containsExactly(new QuarantinedFile("src/täter\n.java", 17, 42));
      assertThat(journal.quarantine().contains("src/täter\n.java", 42)).isTrue();
      assertThat(journal.quarantine().contains("src/täter\n.java", 43))
          .as("a changed file is tried again")
          .isFalse();
      assertThat(journal.quarantine().contains("src/survived.java", 1)).isFalse();
    }
    try (var later = ParseJournal.open(folder, 1)) {
      assertThat(later.found()).as("a crash is found once").isEmpty();
      assertThat(later.quarantine().contains("src/täter\n.java", 42)).isTrue();
    }
    assertThat(journals()).isEmpty();
  }

  @Test
  void accusesNobodyAfterAnOrderlyEnd() throws IOException {
    try (var journal = ParseJournal.open(folder, 2)) {
      journal.slot(0).enter("a", 1, 1);
      journal.slot(1).enter("b", 1, 1);
      journal.slot(1).leave();
    }

    try (var journal = ParseJournal.open(folder, 2)) {
      assertThat(journal.found()).isEmpty();
      assertThat(journal.quarantine().files()).isEmpty();
    }
  }

  @Test
  void letsOneProcessOpenSeveralJournals() throws IOException {
    try (var first = ParseJournal.open(folder, 1)) {
      first.slot(0).enter("a", 1, 1);
      try (var second = ParseJournal.open(folder, 1)) {
        assertThat(second.found()).isEmpty();
        assertThat(journals()).hasSize(2);
      }
    }
    assertThat(journals()).isEmpty();
  }

  @Test
  void deletesDamagedJournals() throws IOException {
    Files.write(folder.resolve("parse-1-1-0.journal"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("parse-1-2-0.journal"), new byte[16 + 4096]);
    Files.write(folder.resolve("parse-1-3-0.journal"), new byte[0]);
    Path unreadable = Files.createDirectory(folder.resolve("parse-1-4-0.journal"));

    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.found()).isEmpty();
      assertThat(journals()).hasSize(2).contains(unreadable);
    }
  }

  @Test
  void ignoresASlotThatWasHalfWritten() throws IOException {
    Path copy = folder.resolve("parse-1-1-0.journal");
    try (var journal = ParseJournal.open(folder, 2)) {
      journal.slot(0).enter("whole", 1, 1);
      journal.slot(1).enter("half", 1, 1);
      byte[] bytes = Files.readAllBytes(journals().getFirst());
      bytes[16 + 4096 + 32] ^= 1;
      Files.write(copy, bytes);
    }

    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.found()).containsExactly(new QuarantinedFile("whole", 1, 1));
    }
  }

  @Test
  void doesNotRecordAPathLongerThanASlot() throws IOException {
    Path copy = folder.resolve("parse-1-1-0.journal");
    try (var journal = ParseJournal.open(folder, 2)) {
      journal.slot(0).enter("x".repeat(JournalFile.LONGEST_PATH + 1), 1, 1);
      journal.slot(1).enter("y".repeat(JournalFile.LONGEST_PATH), 1, 1);
      Files.copy(journals().getFirst(), copy);
    }

    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.found())
          .extracting(QuarantinedFile::path)
          .containsExactly("y".repeat(JournalFile.LONGEST_PATH));
    }
  }

  @Test
  void goesOnInMemoryWhereNothingCanBeWritten() throws IOException {
    Path copy = folder.resolve("parse-1-1-0.journal");
    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.failure()).isEmpty();
      journal.slot(0).enter("whole", 1, 1);
      Files.copy(journals().getFirst(), copy);
    }
    // A folder in its place cannot be opened, not even by the superuser.
    Files.delete(folder.resolve("quarantine.lock"));
    Files.createDirectory(folder.resolve("quarantine.lock"));

    try (var journal = ParseJournal.open(folder, 1)) {
      assertThat(journal.failure()).isPresent();
      journal.slot(0).enter("other", 1, 1);
      journal.slot(0).leave();
      assertThat(journal.quarantine().contains("whole", 1)).isTrue();
    }
    assertThat(journals()).containsExactly(copy);
  }

  @Test
  void refusesSlotsThatAreNotThere() throws IOException {
    assertThatThrownBy(() -> ParseJournal.open(folder, 0))
        .isInstanceOf(IllegalArgumentException.class);
    try (var journal = ParseJournal.open(folder, 1)) {
      assertThatThrownBy(() -> journal.slot(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  private List<Path> journals() {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process child(Path folder) throws IOException, URISyntaxException {
    String classes = location(ParseJournal.class) + ":" + location(Child.class);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx32m",
            "-cp",
            classes,
            Child.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A process that says it is parsing and then waits to be killed. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      try (var journal = ParseJournal.open(Path.of(arguments[0]), 2)) {
        ParseJournal.Slot first = journal.slot(0);
        first.enter("src/survived.java", 5, 1);
        first.leave();
        first.enter("src/täter\n.java", 17, 42);
        System.out.println("parsing");
        System.in.read();
        System.exit(3);
      }
    }
  }
}
