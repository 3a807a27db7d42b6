package dev.sextant.graph.columns;

import static dev.sextant.graph.columns.RefusalCause.DAMAGED;
import static dev.sextant.graph.columns.RefusalCause.FOREIGN;
import static dev.sextant.graph.columns.RefusalCause.NEWER_VERSION;
import static dev.sextant.graph.columns.RefusalCause.OLDER_VERSION;
import static dev.sextant.graph.columns.RefusalCause.OTHER_VOCABULARY;
import static dev.sextant.graph.columns.RefusalCause.TOO_LARGE;
import static dev.sextant.graph.columns.RefusalCause.TORN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The head of a file: what it is, and where its columns lie.
 *
 * <p>Shape: magic (long), version of the format (int), vocabulary (int), length of the whole file
 * (long), number of columns (int), checksum of the head with this field zero (int), then a {@link
 * Section} for each column. All little-endian. The columns follow in the order of the table with
 * nothing but padding between them, and the file ends with the last one.
 *
 * @param sections the columns, in the order of the file
 * @param fileBytes the length of the file
 */
record SectionTable(List<Section> sections, long fileBytes) {
  /** Columns that a file may have at most. */
  static final int MOST_COLUMNS = 1_024;

  private static final int FIXED_BYTES = 32;
  private static final int CHECKSUM_AT = 28;

  SectionTable {
    sections = List.copyOf(sections);
  }

  /** The bytes of the head of a file with so many columns. */
  static int bytes(int columns) {
    return FIXED_BYTES + columns * Section.BYTES;
  }

  /** The head as it stands in the file. */
  ByteBuffer encode(ColumnFormat format) {
    ByteBuffer head = ByteBuffer.allocate(bytes(sections.size())).order(ByteOrder.LITTLE_ENDIAN);
    head.putLong(format.magic()).putInt(format.version()).putInt(format.vocabulary());
    head.putLong(fileBytes).putInt(sections.size()).putInt(0);
    sections.forEach(section -> section.writeTo(head));
    head.putInt(CHECKSUM_AT, checksum(head));
    return head.flip();
  }

  /** Reads and checks the head of {@code file}, which is refused above {@code mostBytes}. */
  static SectionTable read(Path file, FileChannel channel, ColumnFormat format, long mostBytes)
      throws IOException {
    long size = channel.size();
    ByteBuffer fixed = ByteBuffer.allocate((int) Math.min(FIXED_BYTES, size));
    fixed.order(ByteOrder.LITTLE_ENDIAN);
    fill(file, channel, fixed, 0);
    checkKind(file, fixed, format);
    long claimed = fixed.getLong(16);
    int columns = fixed.getInt(24);
    if (columns < 0 || columns > MOST_COLUMNS) {
      throw refused(DAMAGED, file, "its head claims " + columns + " columns");
    }
    if (size < claimed || size < bytes(columns)) {
      throw refused(TORN, file, "it ends after " + size + " of " + claimed + " bytes");
    }
    if (size > mostBytes) {
      throw refused(TOO_LARGE, file, "it has " + size + " bytes; at most " + mostBytes + " count");
    }
    ByteBuffer head = ByteBuffer.allocate(bytes(columns)).order(ByteOrder.LITTLE_ENDIAN);
    fill(file, channel, head, 0);
    int checksum = head.getInt(CHECKSUM_AT);
    head.putInt(CHECKSUM_AT, 0);
    if (checksum(head) != checksum || size != claimed) {
      throw refused(DAMAGED, file, "its head does not agree with its checksum and length");
    }
    return decode(file, head.position(FIXED_BYTES), columns, size);
  }

  /** Fills {@code buffer} from {@code position} on and flips it; a file that ends there is torn. */
  static void fill(Path file, FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    long from = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, from);
      if (read < 0) {
        throw refused(TORN, file, "it ends after " + from + " bytes");
      }
      from += read;
    }
    buffer.flip();
  }

  static RefusedFileException refused(RefusalCause cause, Path file, String why) {
    return new RefusedFileException(cause, file + " is not read: " + why);
  }

  private static void checkKind(Path file, ByteBuffer fixed, ColumnFormat format)
      throws RefusedFileException {
    boolean ours = fixed.limit() >= Long.BYTES && fixed.getLong(0) == format.magic();
    if (!ours && fixed.limit() > 0) {
      throw refused(FOREIGN, file, "it does not begin like a file of this kind");
    }
    if (fixed.limit() < FIXED_BYTES) {
      throw refused(TORN, file, "it ends after " + fixed.limit() + " bytes, within its head");
    }
    int version = fixed.getInt(8);
    if (version != format.version()) {
      throw refused(
          version < format.version() ? OLDER_VERSION : NEWER_VERSION,
          file,
          "it has format " + version + ", and this program reads " + format.version());
    }
    if (fixed.getInt(12) != format.vocabulary()) {
      throw refused(OTHER_VOCABULARY, file, "its numbers have other meanings than this program's");
    }
  }

  private static SectionTable decode(Path file, ByteBuffer table, int columns, long size)
      throws RefusedFileException {
    var sections = new ArrayList<Section>(columns);
    long at = bytes(columns);
    for (int i = 0; i < columns; i++) {
      Section section = Section.readFrom(table);
      // Compared with what is left, so that no sum can pass the largest number.
      if (section.offset() != at
          || section.length() < 0
          || section.length() > size - at
          || section.end() > size) {
        throw refused(
            DAMAGED, file, "column " + section.number() + " does not lie where it should");
      }
      at = section.end();
      sections.add(section);
    }
    if (at != size) {
      throw refused(DAMAGED, file, "its columns end at " + at + " of " + size + " bytes");
    }
    return new SectionTable(sections, size);
  }

  private static int checksum(ByteBuffer head) {
    var crc = new CRC32C();
    crc.update(head.duplicate().rewind().limit(head.capacity()));
    return (int) crc.getValue();
  }
}
