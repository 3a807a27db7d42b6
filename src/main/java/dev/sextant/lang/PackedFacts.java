package dev.sextant.lang;

/**
 * The facts of one file as a {@link FactsPacker} packed them.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class PackedFacts {
  /** Stands for the facts of a file that are not at hand. */
  public static final PackedFacts NONE = new PackedFacts(new byte[0]);

  private final byte[] bytes;

  private PackedFacts(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Packs {@code facts}. */
  public static PackedFacts of(FileFacts facts, FactsPacker packer) {
    return new PackedFacts(packer.pack(facts));
  }

  /** Takes what a packer gave; the array is kept, not copied. */
  public static PackedFacts of(byte[] bytes) {
    return new PackedFacts(bytes);
  }

  /** Whether there are any. */
  public boolean isPresent() {
    return bytes.length > 0;
  }

  /** The bytes; shared, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The facts; to be asked only when there are any. */
  public FileFacts open(FactsPacker packer) {
    return packer
        .unpack(bytes)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "unpacking " + bytes.length + " bytes of facts: they are damaged"));
  }
}
