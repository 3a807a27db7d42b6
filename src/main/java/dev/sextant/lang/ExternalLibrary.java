package dev.sextant.lang;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The facts of many top-level types that no file of a workspace declares: those of the platform, or
 * of a jar.
 *
 * <p>Types are numbered from 0 in the order of their packages and names. What is asked first of a
 * type is had at once; its facts are decoded when asked for and not kept.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class ExternalLibrary {
  static final int STRIDE = 5;

  private final byte[] stringBytes;
  private final int[] stringStarts;
  private final int[] directory;
  private final byte[] blobs;

  ExternalLibrary(byte[] stringBytes, int[] stringStarts, int[] directory, byte[] blobs) {
    this.stringBytes = stringBytes;
    this.stringStarts = stringStarts;
    this.directory = directory;
    this.blobs = blobs;
  }

  /**
   * Opens what {@link #toBytes} gave.
   *
   * <p><b>Cost:</b> unpacks everything but the facts.
   *
   * @throws LibraryFormatException when the bytes are of another kind or version, or damaged
   */
  public static ExternalLibrary open(byte[] bytes) throws LibraryFormatException {
    return LibraryFile.read(bytes);
  }

  /** The library as a file: a header with version and checksum, then the rest, deflated. */
  public byte[] toBytes() {
    return LibraryFile.write(stringBytes, stringStarts, directory, blobs);
  }

  /** How many top-level types there are. */
  public int typeCount() {
    return directory.length / STRIDE;
  }

  /** The package of a type, with dots; empty for the unnamed package. */
  public String packageName(int type) {
    return string(directory[type * STRIDE]);
  }

  /** The simple name of a type. */
  public String name(int type) {
    return string(directory[type * STRIDE + 1]);
  }

  /** What {@link FileFacts#declarationCount} is for its {@link #facts}. */
  public int declarationCount(int type) {
    return directory[type * STRIDE + 2];
  }

  /** What {@link FileFacts#scopeCount} is for its {@link #facts}. */
  public int scopeCount(int type) {
    return directory[type * STRIDE + 3];
  }

  /**
   * The facts of a type with its member types.
   *
   * <p><b>Cost:</b> decodes them each time; who asks often keeps them.
   */
  public FileFacts facts(int type) {
    return FactsCodec.decode(new ByteCursor(blobs, directory[type * STRIDE + 4]), this::string);
  }

  /** The number of the type called {@code name} in {@code packageName}, or -1. */
  public int find(String packageName, String name) {
    int low = 0;
    int high = typeCount() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = packageName(middle).compareTo(packageName);
      order = order == 0 ? name(middle).compareTo(name) : order;
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Bytes held by the arrays. */
  public long sizeBytes() {
    return stringBytes.length + 4L * (stringStarts.length + directory.length) + blobs.length;
  }

  /** Tells apart libraries with other types or facts. */
  public long fingerprint() {
    var checksum = new CRC32C();
    checksum.update(stringBytes);
    checksum.update(blobs);
    return checksum.getValue() << Integer.SIZE | (Arrays.hashCode(directory) & 0xffff_ffffL);
  }

  private String string(int number) {
    int start = stringStarts[number];
    return new String(stringBytes, start, stringStarts[number + 1] - start, StandardCharsets.UTF_8);
  }
}
