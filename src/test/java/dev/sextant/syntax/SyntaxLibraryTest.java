package dev.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntaxLibraryTest {
  private static final byte[] CONTENT = {1, 2, 3, 4};
  private static final LibraryCopy COPY =
      new LibraryCopy("lib.so", "0123456789abcdef0123", CONTENT.length);

  @TempDir Path folder;
  private final AtomicInteger opened = new AtomicInteger();

  @Test
  void loadsOnce() {
    assertThat(SyntaxLibrary.load()).isSameAs(SyntaxLibrary.load()).isRegularFile();
  }

  @Test
  void copiesIntoAPrivateFolderNamedAfterTheChecksumAndReusesIt() throws IOException {
    Path file = COPY.place(folder.resolve("cache"), this::content);
    Path again = COPY.place(folder.resolve("cache"), this::content);

    assertThat(file).isEqualTo(folder.resolve("cache/0123456789abcdef/lib.so")).isEqualTo(again);
    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(opened).hasValue(1);
    assertThat(Files.getPosixFilePermissions(file.getParent()))
        .containsExactlyInAnyOrder(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
    assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
  }

  @Test
  void replacesAFileOfAnotherSize() throws IOException {
    Path file = COPY.place(folder, this::content);
    Files.write(file, new byte[] {9});

    COPY.place(folder, this::content);

    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void usesATemporaryFolderWhenTheCacheCannotBeWritten() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "in the way");

    Path file = COPY.place(noFolder, this::content);

    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void refusesAContentOfTheWrongSize() {
    var longer = new LibraryCopy("lib.so", "0123456789abcdef", 5);

    assertThatThrownBy(() -> longer.place(folder, this::content))
        .isInstanceOf(IOException.class)
        .hasMessage("4 of the library's 5 bytes were copied");
  }

  @Test
  void keepsAFewVersionsAndForgetsTheOldest() throws IOException {
    for (int version = 0; version < 6; version++) {
      var copy = new LibraryCopy("lib.so", "%016d".formatted(version), CONTENT.length);
      Path file = copy.place(folder, this::content);
      Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(1_000L * version));
    }

    try (var versions = Files.list(folder)) {
      assertThat(versions.map(each -> each.getFileName().toString()).sorted())
          .containsExactly(
              "0000000000000002", "0000000000000003", "0000000000000004", "0000000000000005");
    }
  }

  private InputStream content() {
    opened.incrementAndGet();
    return new ByteArrayInputStream(CONTENT);
  }
}
