package dev.sextant.lang;

import dev.sextant.graph.SymbolKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The file format of {@link ExternalLibrary}.
 *
 * <p><b>Shape:</b> a header of five ints, big-endian: magic, version, vocabulary, length of the
 * body when inflated, checksum of the deflated body; then the body.
 */
final class LibraryFile {
  private static final int MAGIC = 0x53584C42;
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = 20;
  private static final int MOST_BYTES = 1 << 29;

  private LibraryFile() {}

  /** The file of a library with these parts. */
  static byte[] write(byte[] stringBytes, int[] stringStarts, int[] directory, byte[] blobs) {
    ByteRows body = new ByteRows();
    body.addNumber(stringStarts.length);
    body.addColumn(stringStarts, 1, 0);
    body.addAll(stringBytes, 0, stringBytes.length);
    body.addNumber(directory.length / ExternalLibrary.STRIDE);
    for (int column = 0; column < ExternalLibrary.STRIDE; column++) {
      body.addColumn(directory, ExternalLibrary.STRIDE, column);
    }
    body.addNumber(blobs.length);
    body.addAll(blobs, 0, blobs.length);
    byte[] raw = body.copy();
    byte[] deflated = deflate(raw);
    return ByteBuffer.allocate(HEADER_BYTES + deflated.length)
        .putInt(MAGIC)
        .putInt(VERSION)
        .putInt(vocabulary())
        .putInt(checksum(raw.length, deflated, 0))
        .putInt(raw.length)
        .put(deflated)
        .array();
  }

  /** The library in a file. */
  static ExternalLibrary read(byte[] bytes) throws LibraryFormatException {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || header.getInt() != MAGIC) {
      throw new LibraryFormatException("this is no library of external types: write it anew");
    }
    int version = header.getInt();
    if (version != VERSION || header.getInt() != vocabulary()) {
      throw new LibraryFormatException(
          "this library of external types is of format "
              + version
              + " and was written by another version of this program: write it anew");
    }
    int checksum = header.getInt();
    int length = header.getInt();
    if (length < 0 || length > MOST_BYTES || checksum != checksum(length, bytes, HEADER_BYTES)) {
      throw new LibraryFormatException(
          "this library of external types is damaged, its checksum differs: write it anew");
    }
    try {
      return parse(inflate(bytes, length));
    } catch (DataFormatException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new LibraryFormatException(
          "this library of external types cannot be unpacked: write it anew", e);
    }
  }

  private static ExternalLibrary parse(byte[] body) {
    ByteCursor from = new ByteCursor(body, 0);
    int[] starts = new int[from.count(body.length)];
    from.column(starts, 1, 0);
    byte[] strings = from.take(starts[starts.length - 1]);
    int[] directory = new int[from.count(body.length) * ExternalLibrary.STRIDE];
    for (int column = 0; column < ExternalLibrary.STRIDE; column++) {
      from.column(directory, ExternalLibrary.STRIDE, column);
    }
    return new ExternalLibrary(strings, starts, directory, from.take(from.count(body.length)));
  }

  /** What the numbers in facts mean: kinds by their position, columns by theirs. */
  private static int vocabulary() {
    CRC32 crc = new CRC32();
    for (SymbolKind kind : SymbolKind.values()) {
      crc.update(kind.name().getBytes(StandardCharsets.UTF_8));
    }
    for (int stride : FactsCodec.strides()) {
      crc.update(stride);
    }
    return (int) crc.getValue();
  }

  private static int checksum(int length, byte[] bytes, int from) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream(raw.length / 2);
      byte[] part = new byte[1 << 16];
      while (!deflater.finished()) {
        deflated.write(part, 0, deflater.deflate(part));
      }
      return deflated.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(byte[] bytes, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
      byte[] body = new byte[length];
      int filled = 0;
      while (filled < length) {
        int more = inflater.inflate(body, filled, length - filled);
        if (more == 0) {
          throw new DataFormatException("the body ends after " + filled + " of " + length);
        }
        filled += more;
      }
      return body;
    } finally {
      inflater.end();
    }
  }
}
