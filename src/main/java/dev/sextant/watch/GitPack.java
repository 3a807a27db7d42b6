package dev.sextant.watch;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a commit out of a pack by its index of version 2.
 *
 * <p>A commit stored as the difference to another is put together from both.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 *
 * <p><b>Source:</b> the formats are described in git's own documentation, {@code
 * gitformat-pack(5)}.
 */
final class GitPack {
  /** More bytes than stand before the data of any object. */
  static final int MAX_HEADER = 64;

  private static final byte[] NOTHING = {};
  private static final int MAGIC = 0xff744f63;
  private static final long FANOUT = 8;
  private static final long NAMES = FANOUT + 256 * 4;
  private static final int MAX_CHAIN = 64;
  private static final int COMMIT = 1;
  private static final int DELTA_BY_OFFSET = 6;
  private static final int DELTA_BY_NAME = 7;

  /** More compressed bytes than the commits need that we care for. */
  private static final int MAX_COMPRESSED = 32 << 10;

  private final SeekableByteChannel index;
  private final SeekableByteChannel pack;
  private final int idLength;

  private GitPack(SeekableByteChannel index, SeekableByteChannel pack, int idLength) {
    this.index = index;
    this.pack = pack;
    this.idLength = idLength;
  }

  /** The start of the commit {@code id}; nothing when it is not in the pack or cannot be read. */
  static byte[] read(Path indexFile, byte[] id) {
    String name = indexFile.getFileName().toString();
    Path packFile = indexFile.resolveSibling(name.replaceAll("idx$", "pack"));
    try (SeekableByteChannel index = Files.newByteChannel(indexFile);
        SeekableByteChannel pack = Files.newByteChannel(packFile)) {
      GitPack both = new GitPack(index, pack, id.length);
      long offset = both.offset(id);
      return offset < 0 ? NOTHING : both.object(offset, 0);
    } catch (IOException
        | IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException _) {
      return NOTHING;
    }
  }

  private long offset(byte[] id) throws IOException {
    ByteBuffer head = bytes(index, 0, 8);
    if (head.getInt() != MAGIC || head.getInt() != 2) {
      return -1;
    }
    int first = id[0] & 0xff;
    int low = first == 0 ? 0 : bytes(index, FANOUT + 4L * (first - 1), 4).getInt();
    int high = bytes(index, FANOUT + 4L * first, 4).getInt();
    long count = bytes(index, FANOUT + 4L * 255, 4).getInt();
    while (low < high) {
      int middle = (low + high) >>> 1;
      byte[] found = new byte[idLength];
      bytes(index, NAMES + (long) middle * idLength, idLength).get(found);
      int order = Arrays.compareUnsigned(found, id);
      if (order == 0) {
        return offset(middle, count);
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -1;
  }

  private long offset(int number, long count) throws IOException {
    long offsets = NAMES + count * (idLength + 4);
    int offset = bytes(index, offsets + 4L * number, 4).getInt();
    return offset >= 0
        ? offset
        : bytes(index, offsets + 4 * count + 8L * (offset & 0x7fffffff), 8).getLong();
  }

  private byte[] object(long offset, int depth) throws IOException {
    ByteBuffer head = upTo(offset, MAX_HEADER);
    int next = head.get();
    int type = (next >> 4) & 7;
    while ((next & 0x80) != 0) {
      next = head.get();
    }
    if (depth == MAX_CHAIN) {
      return NOTHING;
    }
    return switch (type) {
      case COMMIT -> inflated(offset + head.position());
      case DELTA_BY_OFFSET -> {
        long back = distance(head);
        yield patched(object(offset - back, depth + 1), inflated(offset + head.position()));
      }
      case DELTA_BY_NAME -> {
        byte[] base = new byte[idLength];
        head.get(base);
        long at = offset(base);
        yield at < 0 ? NOTHING : patched(object(at, depth + 1), inflated(offset + head.position()));
      }
      default -> NOTHING;
    };
  }

  /** How far before an object its base lies. */
  private static long distance(ByteBuffer head) {
    int next = head.get();
    long distance = next & 0x7f;
    while ((next & 0x80) != 0) {
      next = head.get();
      distance = ((distance + 1) << 7) | (next & 0x7f);
    }
    return distance;
  }

  /** What {@code delta} makes of {@code base}. */
  private static byte[] patched(byte[] base, byte[] delta) {
    ByteBuffer steps = ByteBuffer.wrap(delta);
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    skipSize(steps);
    skipSize(steps);
    while (steps.hasRemaining() && result.size() < GitObjects.MAX_BYTES) {
      int step = steps.get() & 0xff;
      if ((step & 0x80) != 0) {
        int from = number(steps, step, 4);
        int length = number(steps, step >> 4, 3);
        result.write(base, from, length == 0 ? 0x10000 : length);
      } else {
        result.write(delta, steps.position(), step);
        steps.position(steps.position() + step);
      }
    }
    return result.toByteArray();
  }

  /** A number of {@code length} bytes of which only those named by the bits of {@code present}. */
  private static int number(ByteBuffer steps, int present, int length) {
    int number = 0;
    for (int i = 0; i < length; i++) {
      if ((present >> i & 1) != 0) {
        number |= (steps.get() & 0xff) << (8 * i);
      }
    }
    return number;
  }

  private static void skipSize(ByteBuffer steps) {
    int next;
    do {
      next = steps.get();
    } while ((next & 0x80) != 0);
  }

  private byte[] inflated(long offset) throws IOException {
    ByteBuffer compressed = upTo(offset, MAX_COMPRESSED);
    byte[] bytes = new byte[compressed.remaining()];
    compressed.get(bytes);
    return GitObjects.inflate(bytes);
  }

  private ByteBuffer upTo(long offset, int most) throws IOException {
    long size = Math.min(most, pack.size() - offset);
    if (size <= 0) {
      throw new EOFException("pack ends before " + offset);
    }
    return bytes(pack, offset, (int) size);
  }

  private static ByteBuffer bytes(SeekableByteChannel from, long offset, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    from.position(offset);
    while (bytes.hasRemaining()) {
      if (from.read(bytes) < 0) {
        throw new EOFException("file ends before " + (offset + length));
      }
    }
    return bytes.flip();
  }
}
