package dev.sextant.graph.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileTest {
  private static final ColumnFormat FORMAT = new ColumnFormat(42, 3, 7);
  private static final Column BYTES = new Column(1, "bytes", 1);
  private static final Column SHORTS = new Column(2, "shorts", 2);
  private static final Column INTS = new Column(3, "ints", 4);
  private static final Column LONGS = new Column(4, "longs", 8);

  /** Several buffers and a rest that needs padding. */
  private static final int COUNT = 600_001;

  @TempDir Path folder;

  @Test
  void readsColumnsOfAllWidthsInAnyOrder() throws IOException {
    var random = new Random(1);
    var bytes = new byte[COUNT];
    random.nextBytes(bytes);
    var shorts = new short[COUNT];
    for (int i = 0; i < COUNT; i++) {
      shorts[i] = (short) random.nextInt();
    }
    int[] ints = random.ints(COUNT).toArray();
    long[] longs = random.longs(COUNT).toArray();
    try (FileReplacement replacement = FileReplacement.of(file())) {
      var to = new ColumnWriter(replacement.channel(), FORMAT, 4);
      to.bytes(BYTES, bytes);
      to.shorts(SHORTS, shorts);
      to.ints(INTS, ints);
      to.longs(LONGS, longs);
      long length = to.finish();
      replacement.commit();
      assertThat(file()).hasSize(length);
    }

    try (ColumnReader from = ColumnReader.open(file(), FORMAT, Long.MAX_VALUE)) {
      assertThat(from.longs(LONGS)).isEqualTo(longs);
      assertThat(from.shorts(SHORTS)).isEqualTo(shorts);
      assertThat(from.ints(INTS)).isEqualTo(ints);
      assertThat(from.bytes(BYTES)).isEqualTo(bytes);
    }
    noticesDamageIn(random);
  }

  @Test
  void refusesColumnsThatAreNotThereOrOfAnotherWidth() throws IOException {
    try (FileReplacement replacement = FileReplacement.of(file())) {
      var to = new ColumnWriter(replacement.channel(), FORMAT, 1);
      to.ints(INTS, new int[] {1, 2, 3});
      assertThat(to.finish()).isPositive();
      replacement.commit();
    }

    try (ColumnReader from = ColumnReader.open(file(), FORMAT, Long.MAX_VALUE)) {
      assertThatThrownBy(() -> from.bytes(BYTES))
          .isInstanceOf(RefusedFileException.class)
          .hasMessageContaining("no column for bytes");
      assertThatThrownBy(() -> from.longs(new Column(3, "ints", 8)))
          .isInstanceOf(RefusedFileException.class)
          .hasMessageContaining("another width");
      assertThat(from.ints(INTS)).containsExactly(1, 2, 3);
    }
  }

  @Test
  void refusesToWriteOtherColumnsThanAnnounced() throws IOException {
    try (FileReplacement replacement = FileReplacement.of(file())) {
      var to = new ColumnWriter(replacement.channel(), FORMAT, 2);
      to.ints(INTS, new int[] {1});
      assertThatThrownBy(() -> to.ints(INTS, new int[] {1}))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(to::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 columns were written of the 2");
    }
    assertThat(file()).doesNotExist();
  }

  @Test
  void aFileThatIsReplacedIsReadAsItWas() throws IOException {
    write(new int[] {1});
    try (ColumnReader from = ColumnReader.open(file(), FORMAT, Long.MAX_VALUE)) {
      write(new int[] {2, 3});

      assertThat(from.ints(INTS)).containsExactly(1);
    }
    try (ColumnReader from = ColumnReader.open(file(), FORMAT, Long.MAX_VALUE)) {
      assertThat(from.ints(INTS)).containsExactly(2, 3);
    }
  }

  private void write(int[] ints) throws IOException {
    try (FileReplacement replacement = FileReplacement.of(file())) {
      var to = new ColumnWriter(replacement.channel(), FORMAT, 1);
      to.ints(INTS, ints);
      assertThat(to.finish()).isPositive();
      replacement.commit();
    }
  }

  private void noticesDamageIn(Random random) throws IOException {
    byte[] written = Files.readAllBytes(file());
    for (int i = 0; i < 20; i++) {
      byte[] bytes = written.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), bytes);
      assertThatThrownBy(
              () -> {
                try (ColumnReader from = ColumnReader.open(file(), FORMAT, Long.MAX_VALUE)) {
                  assertThat(from.bytes(BYTES)).isNotNull();
                  assertThat(from.shorts(SHORTS)).isNotNull();
                  assertThat(from.ints(INTS)).isNotNull();
                  assertThat(from.longs(LONGS)).isNotNull();
                }
              })
          .as("a bit flipped at %d", at)
          .isInstanceOf(RefusedFileException.class);
    }
  }

  private Path file() {
    return folder.resolve("columns");
  }
}
