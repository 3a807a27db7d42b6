package dev.sextant.scip;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * One message of the wire format while its fields are added; what follows from its length being
 * written before it.
 *
 * <p>Fields with the value that readers take for granted, empty or zero, are left out.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class MessageBuffer {
  private static final int ENCODER_BYTES = 512;

  private final Bytes bytes = new Bytes();
  private final CodedOutputStream encoder = CodedOutputStream.newInstance(bytes, ENCODER_BYTES);

  void text(int field, String value) throws IOException {
    if (!value.isEmpty()) {
      encoder.writeString(field, value);
    }
  }

  void number(int field, int value) throws IOException {
    if (value != 0) {
      encoder.writeInt32(field, value);
    }
  }

  void flag(int field) throws IOException {
    encoder.writeBool(field, true);
  }

  /** Adds a packed field. */
  void numbers(int field, int... values) throws IOException {
    int size = 0;
    for (int value : values) {
      size += CodedOutputStream.computeInt32SizeNoTag(value);
    }
    encoder.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    encoder.writeUInt32NoTag(size);
    for (int value : values) {
      encoder.writeInt32NoTag(value);
    }
  }

  /** Adds {@code part} as a field, and empties it for the next. */
  void message(int field, MessageBuffer part) throws IOException {
    part.moveTo(encoder, field);
  }

  /** Writes this message as a field, and empties it for the next. */
  void moveTo(CodedOutputStream to, int field) throws IOException {
    encoder.flush();
    bytes.writeTo(to, field);
    bytes.reset();
  }

  /** Gives its array away without a copy. */
  private static final class Bytes extends ByteArrayOutputStream {
    void writeTo(CodedOutputStream to, int field) throws IOException {
      to.writeByteArray(field, buf, 0, count);
    }
  }
}
