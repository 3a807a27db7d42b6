package dev.sextant.syntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The layout of a journal: a header, then slots of one size.
 *
 * <p>Header: magic (long), slot count (int), zero (int). Slot: state (int, 0 free, 1 taken),
 * checksum of the rest (int), stamp (long), file size (long), path length (int), zero (int), path
 * in UTF-8. All big-endian.
 *
 * <p>A slot is written into a mapped page and marked taken last. The page outlives the process, so
 * what a dying process had marked is there for the next one. One that died half-way through writing
 * leaves a slot whose checksum is wrong.
 */
final class JournalFile {
  static final int MOST_SLOTS = 1_024;

  private static final long MAGIC = 0x5358_4a52_4e4c_0001L;
  private static final int HEADER_BYTES = 16;
  private static final int SLOT_BYTES = 4_096;
  private static final int SLOT_HEADER_BYTES = 32;

  /** Paths longer than this are not journalled; Linux opens none that is longer by much. */
  static final int LONGEST_PATH = SLOT_BYTES - SLOT_HEADER_BYTES;

  private static final int CHECKSUM = 4;
  private static final int STAMP = 8;
  private static final int FILE_BYTES = 16;
  private static final int PATH_LENGTH = 24;

  private JournalFile() {}

  /** Maps a new journal of free slots. */
  static MappedByteBuffer create(FileChannel channel, int slots) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(HEADER_BYTES + slots * SLOT_BYTES);
    // Written, not only sized: a full disk must fail here, not when a worker touches the page.
    while (zeros.hasRemaining()) {
      channel.write(zeros, zeros.position());
    }
    MappedByteBuffer buffer = channel.map(FileChannel.MapMode.READ_WRITE, 0, zeros.capacity());
    buffer.putLong(0, MAGIC);
    buffer.putInt(8, slots);
    return buffer;
  }

  /** A journal of free slots that is nowhere but in memory. */
  static ByteBuffer inMemory(int slots) {
    return ByteBuffer.allocate(HEADER_BYTES + slots * SLOT_BYTES);
  }

  /** Marks a slot taken. */
  static void take(ByteBuffer journal, int slot, byte[] path, long bytes, long stamp) {
    int at = HEADER_BYTES + slot * SLOT_BYTES;
    journal.putLong(at + STAMP, stamp);
    journal.putLong(at + FILE_BYTES, bytes);
    journal.putInt(at + PATH_LENGTH, path.length);
    journal.put(at + SLOT_HEADER_BYTES, path);
    journal.putInt(at + CHECKSUM, checksum(path, bytes, stamp));
    journal.putInt(at, 1);
  }

  /** Marks a slot free. */
  static void free(ByteBuffer journal, int slot) {
    journal.putInt(HEADER_BYTES + slot * SLOT_BYTES, 0);
  }

  /** The files in the taken slots; empty when the bytes are no journal. */
  static Optional<List<QuarantinedFile>> taken(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < HEADER_BYTES || size > HEADER_BYTES + (long) MOST_SLOTS * SLOT_BYTES) {
      return Optional.empty();
    }
    ByteBuffer journal = ByteBuffer.allocate((int) size);
    while (journal.hasRemaining() && channel.read(journal, journal.position()) > 0) {
      // read on
    }
    if (journal.getLong(0) != MAGIC
        || size != HEADER_BYTES + (long) journal.getInt(8) * SLOT_BYTES) {
      return Optional.empty();
    }
    List<QuarantinedFile> files = new ArrayList<>();
    for (int slot = 0; slot < journal.getInt(8); slot++) {
      read(journal, slot).ifPresent(files::add);
    }
    return Optional.of(files);
  }

  private static Optional<QuarantinedFile> read(ByteBuffer journal, int slot) {
    int at = HEADER_BYTES + slot * SLOT_BYTES;
    int length = journal.getInt(at + PATH_LENGTH);
    if (journal.getInt(at) != 1 || length < 0 || length > LONGEST_PATH) {
      return Optional.empty();
    }
    byte[] path = new byte[length];
    journal.get(at + SLOT_HEADER_BYTES, path);
    long bytes = journal.getLong(at + FILE_BYTES);
    long stamp = journal.getLong(at + STAMP);
    if (journal.getInt(at + CHECKSUM) != checksum(path, bytes, stamp)) {
      return Optional.empty();
    }
    return Optional.of(new QuarantinedFile(new String(path, StandardCharsets.UTF_8), bytes, stamp));
  }

  private static int checksum(byte[] path, long bytes, long stamp) {
    var crc = new CRC32();
    crc.update(path);
    return (int) crc.getValue() ^ Long.hashCode(bytes * 31 + stamp);
  }
}
