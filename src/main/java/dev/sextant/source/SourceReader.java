package dev.sextant.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads source files below one root, each up to a size cap.
 *
 * <p>A path that is a symbolic link, or that has come to lie outside the root because a folder on
 * the way was replaced by a link, is refused at the moment of reading.
 *
 * <p><b>Threads:</b> immutable; any number of threads may read. Blocks on the disk.
 *
 * <p><b>Errors:</b> reading never throws; every failure is a {@link SkipReason}.
 */
public final class SourceReader {
  /** The cap unless configured: 2 MiB. */
  public static final int DEFAULT_MAX_BYTES = 2 << 20;

  private static final Set<OpenOption> READ_NOT_THROUGH_A_LINK =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final Path realRoot;
  private final int maxBytes;

  private SourceReader(Path realRoot, int maxBytes) {
    this.realRoot = realRoot;
    this.maxBytes = maxBytes;
  }

  /** A reader of files below {@code root} that have at most {@code maxBytes} bytes. */
  public static SourceReader open(Path root, int maxBytes) throws SourceTreeException {
    if (maxBytes < 0 || maxBytes > LineTable.MAX_UTF16_LENGTH) {
      throw new IllegalArgumentException(
          "size cap " + maxBytes + " is not within 0.." + LineTable.MAX_UTF16_LENGTH + " bytes");
    }
    return new SourceReader(TreeRoot.real(root), maxBytes);
  }

  /** The text of the file at {@code path}, or why it has none. */
  public ReadOutcome read(SourcePath path) {
    Path file;
    try {
      file = path.under(realRoot);
    } catch (InvalidPathException unnamable) {
      return skipped(SkipReason.UNREADABLE, unnamable.getReason());
    }
    try {
      return readInside(file);
    } catch (NoSuchFileException _) {
      return skipped(SkipReason.VANISHED, "no such file");
    } catch (FileSystemException failure) {
      // A folder on the way that became a file is reported as "not a directory".
      return Files.isDirectory(parentOf(file))
          ? skipped(SkipReason.UNREADABLE, IoReason.of(failure))
          : skipped(SkipReason.VANISHED, "its folder is gone");
    } catch (IOException failure) {
      return skipped(SkipReason.UNREADABLE, IoReason.of(failure));
    }
  }

  private ReadOutcome readInside(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      return skipped(SkipReason.LINK, "it is a symbolic link");
    }
    if (!attributes.isRegularFile()) {
      return skipped(SkipReason.NOT_A_FILE, attributes.isDirectory() ? "a folder" : "special file");
    }
    if (attributes.size() > maxBytes) {
      return tooLarge(maxBytes);
    }
    if (!parentOf(file).toRealPath().startsWith(realRoot)) {
      return skipped(SkipReason.LINK, "a link on the way to it leaves the root");
    }
    try (var channel = Files.newByteChannel(file, READ_NOT_THROUGH_A_LINK)) {
      return read(channel, (int) attributes.size(), maxBytes);
    }
  }

  /**
   * Reads {@code channel} to its end, at most {@code maxBytes}, whatever size was expected of it.
   */
  static ReadOutcome read(ReadableByteChannel channel, int expectedBytes, int maxBytes)
      throws IOException {
    // One byte more than expected, so that the usual file meets its end without growing.
    ByteBuffer buffer = ByteBuffer.allocate(expectedBytes + 1);
    while (channel.read(buffer) >= 0) {
      if (buffer.position() > maxBytes) {
        return tooLarge(maxBytes);
      }
      if (!buffer.hasRemaining()) {
        int capacity = (int) Math.min(Math.max(64, 2L * buffer.capacity()), maxBytes + 1L);
        buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.limit());
      }
    }
    return SourceText.decode(Arrays.copyOf(buffer.array(), buffer.position()));
  }

  private Path parentOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? realRoot : parent;
  }

  private static ReadOutcome.Skipped tooLarge(int maxBytes) {
    return skipped(SkipReason.TOO_LARGE, "more than " + maxBytes + " bytes");
  }

  private static ReadOutcome.Skipped skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(reason, detail);
  }
}
