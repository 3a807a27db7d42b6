package dev.sextant.graph;

import java.util.Arrays;

/**
 * Bytes that a snapshot carries for somebody else: it keeps them whole, and does not know what they
 * say.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class SnapshotAttachment {
  /** Nothing is carried. */
  public static final SnapshotAttachment NONE = new SnapshotAttachment(new byte[0]);

  private final byte[] bytes;

  /** Carries {@code bytes}, which are kept, not copied. */
  public SnapshotAttachment(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes; shared, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether nothing is carried. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SnapshotAttachment attachment && Arrays.equals(bytes, attachment.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SnapshotAttachment[" + bytes.length + " bytes]";
  }
}
