package dev.sextant.index.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The layout of a segment: a header, a directory, then the entries, one after the other.
 *
 * <p>Header: magic with the version of the layout (long), how many entries (int), checksum of the
 * directory (int). Directory, a row an entry: key (two longs), length (int), checksum (int). All
 * big-endian.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param identity the checksum in the header, by which a file is known to be the one that was read
 * @param directory the rows, in order
 */
record Segment(Path file, long sizeBytes, int identity, ByteBuffer directory) {
  static final int HEADER_BYTES = 16;
  static final int ROW_BYTES = 24;

  private static final long MAGIC = 0x5358_4641_4354_0001L;
  private static final int MOST_ENTRIES = 1 << 20;

  /** The bytes of a segment with these entries, in parts. */
  static ByteBuffer[] write(List<Entry> entries) {
    ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES + ROW_BYTES * entries.size());
    ByteBuffer[] parts = new ByteBuffer[entries.size() + 1];
    parts[0] = head;
    head.position(HEADER_BYTES);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      head.putLong(entry.key().high()).putLong(entry.key().low());
      head.putInt(entry.bytes().length).putInt(checksum(entry.bytes()));
      parts[i + 1] = ByteBuffer.wrap(entry.bytes());
    }
    head.flip();
    head.putLong(0, MAGIC).putInt(8, entries.size());
    head.putInt(12, checksum(head.slice(HEADER_BYTES, head.limit() - HEADER_BYTES)));
    return parts;
  }

  /** How large a segment with these entries is. */
  static long sizeOf(List<Entry> entries) {
    long size = HEADER_BYTES;
    for (Entry entry : entries) {
      size += ROW_BYTES + entry.bytes().length;
    }
    return size;
  }

  /** Opens the segment in {@code file}; nothing when it is none of this layout, or damaged. */
  static Optional<Segment> open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = bytes(channel, 0, HEADER_BYTES);
      int count = header.limit() < HEADER_BYTES ? -1 : header.getInt(8);
      if (count < 0 || count > MOST_ENTRIES || header.getLong(0) != MAGIC) {
        return Optional.empty();
      }
      ByteBuffer directory = bytes(channel, HEADER_BYTES, ROW_BYTES * count);
      return directory.limit() == ROW_BYTES * count && checksum(directory) == header.getInt(12)
          ? Optional.of(new Segment(file, channel.size(), header.getInt(12), directory))
          : Optional.empty();
    }
  }

  /** Opens the file to read entries, unless it is not the one any more that was opened before. */
  Optional<FileChannel> channel() throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    ByteBuffer header = bytes(channel, 0, HEADER_BYTES);
    if (header.limit() == HEADER_BYTES && header.getInt(12) == identity) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
  }

  int entryCount() {
    return directory.limit() / ROW_BYTES;
  }

  CacheKey key(int entry) {
    return new CacheKey(
        directory.getLong(entry * ROW_BYTES), directory.getLong(entry * ROW_BYTES + 8));
  }

  int length(int entry) {
    return directory.getInt(entry * ROW_BYTES + 16);
  }

  /** Where the entries begin. */
  long start() {
    return HEADER_BYTES + (long) directory.limit();
  }

  /** The bytes of an entry that starts at {@code offset}; nothing when they are damaged. */
  Optional<byte[]> read(FileChannel channel, int entry, long offset) throws IOException {
    int length = length(entry);
    if (length < 0 || offset + length > sizeBytes) {
      return Optional.empty();
    }
    byte[] bytes = bytes(channel, offset, length).array();
    return checksum(bytes) == directory.getInt(entry * ROW_BYTES + 20)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /** As many of {@code length} bytes as there are. */
  private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, channel.size()));
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
      // read on
    }
    return buffer.flip();
  }

  private static int checksum(byte[] bytes) {
    return checksum(ByteBuffer.wrap(bytes));
  }

  private static int checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }
}
