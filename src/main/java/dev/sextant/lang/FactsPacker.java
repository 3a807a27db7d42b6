package dev.sextant.lang;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs the facts of files into few bytes, and unpacks them: the form in which facts are kept.
 *
 * <p><b>Shape:</b> the length when inflated, then, deflated, the strings, the namespace, how many
 * rows each table has, and the columns as {@link FactsLayout} orders them. A checksum is not part
 * of it.
 *
 * <p><b>Threads:</b> confined to its worker; used for one file after the other.
 */
public final class FactsPacker implements AutoCloseable {
  /** More than the facts of any one file take, so that damage cannot claim all memory. */
  private static final int MOST_BYTES = 1 << 26;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final Inflater inflater = new Inflater(true);
  private final ByteRows raw = new ByteRows();
  private byte[] buffer = new byte[1 << 16];

  /** The bytes for {@code facts}. */
  public byte[] pack(FileFacts facts) {
    raw.clear();
    write(facts, raw);
    ByteRows head = new ByteRows();
    head.addNumber(raw.size());
    deflater.reset();
    raw.giveTo(deflater);
    deflater.finish();
    int filled = head.size();
    room(filled + raw.size() / 2);
    head.copyTo(buffer);
    while (!deflater.finished()) {
      if (filled == buffer.length) {
        room(2 * buffer.length);
      }
      filled += deflater.deflate(buffer, filled, buffer.length - filled);
    }
    return Arrays.copyOf(buffer, filled);
  }

  private void room(int length) {
    if (length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length, 2 * buffer.length));
    }
  }

  /** The facts that {@link #pack} made these bytes of; nothing when they cannot be its. */
  public Optional<FileFacts> unpack(byte[] packed) {
    try {
      ByteCursor head = new ByteCursor(packed, 0);
      int length = head.count(MOST_BYTES);
      room(length);
      inflater.reset();
      inflater.setInput(packed, head.at(), packed.length - head.at());
      int filled = 0;
      while (filled < length) {
        int more = inflater.inflate(buffer, filled, length - filled);
        if (more == 0) {
          return Optional.empty();
        }
        filled += more;
      }
      return Optional.of(read(new ByteCursor(buffer, 0), length));
    } catch (DataFormatException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private static void write(FileFacts facts, ByteRows to) {
    int[] starts = facts.stringStarts();
    to.addNumber(facts.stringCount());
    for (int id = 0; id < facts.stringCount(); id++) {
      to.addNumber(starts[id + 1] - starts[id]);
    }
    to.addAll(facts.stringBytes(), 0, facts.stringBytes().length);
    to.addNumber(facts.namespace() + 1);
    int[] strides = FactsCodec.strides();
    int[][] tables = facts.tables();
    for (int i = 0; i < tables.length; i++) {
      to.addNumber(tables[i].length / strides[i]);
    }
    new FactsLayout(new ResidualWriter(to), starts, tables).pass();
  }

  private static FileFacts read(ByteCursor from, int length) {
    int[] starts = new int[from.count(length) + 1];
    for (int id = 0; id + 1 < starts.length; id++) {
      starts[id + 1] = starts[id] + from.count(length);
    }
    byte[] strings = from.take(starts[starts.length - 1]);
    int namespace = from.number() - 1;
    int[] strides = FactsCodec.strides();
    int[][] tables = new int[strides.length][];
    for (int i = 0; i < tables.length; i++) {
      // Every table has a column that takes a byte a row, so there are not more rows than bytes.
      tables[i] = new int[from.count(length) * strides[i]];
    }
    new FactsLayout(new ResidualReader(from), starts, tables).pass();
    return new FileFacts(
        strings, starts, tables[0], tables[1], tables[2], tables[3], tables[4], namespace);
  }

  @Override
  public void close() {
    deflater.end();
    inflater.end();
  }
}
