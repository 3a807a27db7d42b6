package dev.sextant.scip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.cancellation.CancelledException;
import dev.sextant.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes that others have made, well-formed and not. */
class ScipIndexTest {
  private static final SourceText TEXT = SourceText.of("é = 1\n\ud83d\ude00 = é\n");

  @TempDir private Path folder;

  @Test
  void numbersSymbolsAcrossDocumentsAndLocalsInEach() throws IOException {
    ScipIndex index =
        read(
            new IndexBytes("file:///a")
                .document("a.py", 2)
                .defines(0, 0, 1, "s . . . a#")
                .defines(0, 2, 3, "local 1")
                .document("b.py", 2)
                .uses(0, 0, 1, "s . . . a#")
                .uses(0, 2, 3, "local 1")
                .bytes());

    ScipDocument first = index.documents().getFirst();
    ScipDocument second = index.documents().getLast();
    assertThat(first.path()).isEqualTo("a.py");
    assertThat(first.isDefinition(0)).isTrue();
    assertThat(second.isDefinition(0)).isFalse();
    assertThat(second.symbol(0)).isEqualTo(first.symbol(0));
    assertThat(second.symbol(1)).isNotEqualTo(first.symbol(1));
    assertThat(index.isLocal(second.symbol(1))).isTrue();
    assertThat(index.name(first.symbol(0))).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"1, 7, 9", "2, 5, 6", "3, 4, 5"})
  void countsAsTheDocumentSays(int unit, int start, int end) throws IOException {
    ScipIndex index =
        read(
            new IndexBytes("file:///a")
                .document("a.py", unit)
                .text(TEXT.text(0, TEXT.length()))
                .uses(1, start, end, "s . . . a#")
                .uses(1, start, 99, "s . . . a#")
                .uses(9, 0, 1, "s . . . a#")
                .bytes());

    ScipDocument document = index.documents().getFirst();
    assertThat(document.place(0, TEXT.lines())).isEqualTo(11L << 32 | 12);
    assertThat(document.place(1, TEXT.lines())).isEqualTo(-1);
    assertThat(document.place(2, TEXT.lines())).isEqualTo(-1);
    assertThat(document.contentHash()).hasValue(TEXT.contentHash());
  }

  @Test
  void cannotTellPlacesInOtherUnitsWithoutTheText() throws IOException {
    byte[] bytes = new IndexBytes("").document("a.py", 1).uses(0, 0, 1, "s . . . a#").bytes();

    ScipDocument document = read(bytes).documents().getFirst();

    assertThat(document.isPlaced(TEXT.lines(), TEXT.length())).isFalse();
    assertThat(document.isPlaced(TEXT.lines(), TEXT.utf16Length())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s . . . a/B#c(int). | c",
        "s . . . a/B#c(+1). | c",
        "s . . . a/B#`<init>`(). | <init>",
        "s . . . a/B# | B",
        "s . . . a/ | a",
        "s . . . `a.ts`/`b``c`. | b`c",
        "s . . . a/B#[T] | T",
        "s . . . a/b().(c) | c",
        "s . . . a! | a",
        "s . . . a: | a",
        "nothing | ''",
        "`. | ''",
        "). | ''",
        ". | ''"
      })
  void findsTheNameOfASymbol(String symbol, String name) {
    assertThat(SymbolName.of(symbol)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s npm a 1.0 src/b# | s npm a 1.0",
        "s npm a  b 1.0 `c d`# | s npm a  b 1.0",
        "s . . . b# | s . . .",
        "s . b# | s . b#"
      })
  void findsThePackageOfASymbol(String symbol, String name) {
    assertThat(SymbolName.packageOf(symbol)).isEqualTo(name);
  }

  @Test
  void refusesWhatIsNoIndex() throws IOException {
    byte[] whole =
        new IndexBytes("file:///a").document("a.py", 2).uses(0, 0, 1, "s . . . a#").bytes();

    refuses(new byte[0], "it has no metadata");
    refuses("class A {}\n".getBytes(StandardCharsets.UTF_8), "cannot be used");
    int metadata = new IndexBytes("file:///a").bytes().length;
    for (int length = metadata + 1; length < whole.length; length++) {
      refuses(Arrays.copyOf(whole, length), "cannot be used");
    }
    assertThatThrownBy(() -> ScipIndex.read(folder.resolve("none"), new Cancellation()))
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining(folder.resolve("none") + " cannot be used: no such file");
    assertThatThrownBy(() -> ScipIndex.read(folder, new Cancellation()))
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining("it is not a file");
  }

  @Test
  void damageIsRefusedOrRead() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] whole =
        new IndexBytes("file:///a")
            .document("a.py", 1)
            .text("é = 1\n")
            .defines(0, 0, 2, "s . . . `é`.")
            .uses(0, 5, 6, "local 1")
            .bytes();
    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        for (ScipDocument document : read(damaged).documents()) {
          for (int use = 0; use < document.count(); use++) {
            long place = document.place(use, TEXT.lines());
            assertThat((int) place).as("seed %s", seed).isLessThanOrEqualTo(TEXT.utf16Length());
          }
        }
      } catch (UnusableIndexException refused) {
        assertThat(refused).as("seed %s", seed).hasMessageContaining("index.scip");
      }
    }
  }

  @Test
  void stopsWhenCancelled() throws IOException {
    Path file = write(new IndexBytes("file:///a").document("a.py", 2).bytes());
    var cancellation = new Cancellation();
    cancellation.cancel("test");

    assertThatThrownBy(() -> ScipIndex.read(file, cancellation))
        .isInstanceOf(CancelledException.class);
  }

  private void refuses(byte[] bytes, String reason) throws IOException {
    Path file = write(bytes);
    assertThatThrownBy(() -> ScipIndex.read(file, new Cancellation()))
        .isInstanceOf(UnusableIndexException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }

  private ScipIndex read(byte[] bytes) throws IOException {
    return ScipIndex.read(write(bytes), new Cancellation());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("index.scip"), bytes);
  }
}
