package dev.sextant.graph.columns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes columns behind each other into a file, and last the head that says where they lie.
 *
 * <p>The same columns give the same bytes.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
public final class ColumnWriter {
  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel channel;
  private final ColumnFormat format;
  private final int expectedColumns;
  private final ByteBuffer buffer;
  private final CRC32C crc = new CRC32C();
  private final List<Section> sections = new ArrayList<>();
  private long at;

  /**
   * Starts an empty file.
   *
   * @param columns how many will be written
   */
  public ColumnWriter(FileChannel channel, ColumnFormat format, int columns) {
    this.channel = channel;
    this.format = format;
    expectedColumns = columns;
    buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    at = SectionTable.bytes(columns);
  }

  /** Writes a column of bytes. */
  public void bytes(Column column, byte[] values) throws IOException {
    begin(column, Byte.BYTES);
    for (int from = 0; from < values.length; from += BUFFER_BYTES) {
      buffer.clear().put(values, from, Math.min(BUFFER_BYTES, values.length - from));
      drain();
    }
    end(column, values.length);
  }

  /** Writes a column of shorts. */
  public void shorts(Column column, short[] values) throws IOException {
    begin(column, Short.BYTES);
    int most = BUFFER_BYTES / Short.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.clear().asShortBuffer().put(values, from, count);
      buffer.position(count * Short.BYTES);
      drain();
    }
    end(column, values.length);
  }

  /** Writes a column of ints. */
  public void ints(Column column, int[] values) throws IOException {
    begin(column, Integer.BYTES);
    int most = BUFFER_BYTES / Integer.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.clear().asIntBuffer().put(values, from, count);
      buffer.position(count * Integer.BYTES);
      drain();
    }
    end(column, values.length);
  }

  /** Writes a column of longs. */
  public void longs(Column column, long[] values) throws IOException {
    begin(column, Long.BYTES);
    int most = BUFFER_BYTES / Long.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.clear().asLongBuffer().put(values, from, count);
      buffer.position(count * Long.BYTES);
      drain();
    }
    end(column, values.length);
  }

  /** Writes the head; answers the length of the file. */
  public long finish() throws IOException {
    if (sections.size() != expectedColumns) {
      throw new IllegalStateException(
          sections.size() + " columns were written of the " + expectedColumns + " announced");
    }
    ByteBuffer head = new SectionTable(sections, at).encode(format);
    long to = 0;
    while (head.hasRemaining()) {
      to += channel.write(head, to);
    }
    return at;
  }

  private void begin(Column column, int elementBytes) {
    if (column.elementBytes() != elementBytes
        || sections.stream().anyMatch(section -> section.number() == column.number())) {
      throw new IllegalArgumentException(
          "writing " + column + " with " + elementBytes + " bytes each, or for a second time");
    }
    crc.reset();
  }

  private void end(Column column, int count) throws IOException {
    long length = (long) count * column.elementBytes();
    buffer.clear();
    for (int i = Section.padding(length); i > 0; i--) {
      buffer.put((byte) 0);
    }
    long padding = buffer.position();
    drain();
    sections.add(
        new Section(
            column.number(),
            column.elementBytes(),
            at - length - padding,
            length,
            (int) crc.getValue()));
  }

  private void drain() throws IOException {
    buffer.flip();
    crc.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }
}
