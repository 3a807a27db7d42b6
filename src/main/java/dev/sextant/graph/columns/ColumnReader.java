package dev.sextant.graph.columns;

import static dev.sextant.graph.columns.RefusalCause.DAMAGED;
import static dev.sextant.graph.columns.RefusalCause.FOREIGN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Reads columns of a file into arrays, each checked against its checksum.
 *
 * <p>A file that is replaced while it is read is read to its end as it was.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 *
 * <p><b>Cost:</b> each column is copied once, through a buffer of fixed size.
 *
 * <p><b>Errors:</b> what the system cannot read is an {@link IOException}; what is not as it was
 * written is a {@link RefusedFileException}.
 */
public final class ColumnReader implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final Map<Integer, Section> sections = new HashMap<>();
  private final ByteBuffer buffer;
  private final CRC32C crc = new CRC32C();

  private ColumnReader(Path file, FileChannel channel, SectionTable table) {
    this.file = file;
    this.channel = channel;
    table.sections().forEach(section -> sections.put(section.number(), section));
    int largest = (int) Math.min(BUFFER_BYTES, table.fileBytes());
    buffer = ByteBuffer.allocateDirect(largest).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Opens {@code file} and checks its head.
   *
   * @param mostBytes what a file may have at most, and so the most that its columns take in memory
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  public static ColumnReader open(Path file, ColumnFormat format, long mostBytes)
      throws IOException {
    // A pipe would never give an answer, and a link leads to what somebody else wrote.
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw SectionTable.refused(FOREIGN, file, "it is not a regular file");
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      return new ColumnReader(file, channel, SectionTable.read(file, channel, format, mostBytes));
    } catch (IOException | RuntimeException | Error failure) {
      channel.close();
      throw failure;
    }
  }

  /** Reads a column of bytes. */
  public byte[] bytes(Column column) throws IOException {
    Section section = section(column, Byte.BYTES);
    var values = new byte[count(section)];
    for (long from = 0; from < section.length(); from += buffer.limit()) {
      load(section, from);
      buffer.get(values, (int) from, inside(section, from));
    }
    check(column, section);
    return values;
  }

  /** Reads a column of shorts. */
  public short[] shorts(Column column) throws IOException {
    Section section = section(column, Short.BYTES);
    var values = new short[count(section)];
    for (long from = 0; from < section.length(); from += buffer.limit()) {
      load(section, from);
      int count = inside(section, from) / Short.BYTES;
      buffer.asShortBuffer().get(values, (int) (from / Short.BYTES), count);
    }
    check(column, section);
    return values;
  }

  /** Reads a column of ints. */
  public int[] ints(Column column) throws IOException {
    Section section = section(column, Integer.BYTES);
    var values = new int[count(section)];
    for (long from = 0; from < section.length(); from += buffer.limit()) {
      load(section, from);
      int count = inside(section, from) / Integer.BYTES;
      buffer.asIntBuffer().get(values, (int) (from / Integer.BYTES), count);
    }
    check(column, section);
    return values;
  }

  /** Reads a column of longs. */
  public long[] longs(Column column) throws IOException {
    Section section = section(column, Long.BYTES);
    var values = new long[count(section)];
    for (long from = 0; from < section.length(); from += buffer.limit()) {
      load(section, from);
      int count = inside(section, from) / Long.BYTES;
      buffer.asLongBuffer().get(values, (int) (from / Long.BYTES), count);
    }
    check(column, section);
    return values;
  }

  /** A refusal of this file because its columns, though as written, make no sense. */
  public RefusedFileException damaged(String why) {
    return SectionTable.refused(DAMAGED, file, why);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private Section section(Column column, int elementBytes) throws RefusedFileException {
    Section section = sections.get(column.number());
    if (section == null) {
      throw damaged("it has no column for " + column.name());
    }
    if (column.elementBytes() != elementBytes
        || section.elementBytes() != elementBytes
        || section.length() % elementBytes != 0) {
      throw damaged("the column for " + column.name() + " has numbers of another width");
    }
    crc.reset();
    return section;
  }

  private int count(Section section) throws RefusedFileException {
    long count = section.length() / section.elementBytes();
    if (count > Integer.MAX_VALUE - 8) {
      throw damaged("column " + section.number() + " has " + count + " numbers");
    }
    return (int) count;
  }

  /** Fills the buffer with what the section has from {@code from} on, padding included. */
  private void load(Section section, long from) throws IOException {
    long left = section.end() - section.offset() - from;
    buffer.clear().limit((int) Math.min(left, buffer.capacity() & -Long.BYTES));
    SectionTable.fill(file, channel, buffer, section.offset() + from);
    crc.update(buffer.duplicate());
  }

  private int inside(Section section, long from) {
    return (int) Math.min(buffer.limit(), section.length() - from);
  }

  private void check(Column column, Section section) throws RefusedFileException {
    if ((int) crc.getValue() != section.checksum()) {
      throw damaged("the checksum of its column for " + column.name() + " is wrong");
    }
  }
}
