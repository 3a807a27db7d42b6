package dev.sextant.scip;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * An index of the SCIP protocol as text: one field a line, by the names of the protocol, indented
 * by message. It reads with a table of its own, so that a number that is written wrong shows.
 */
final class ScipText {
  private static final Map<String, Map<Integer, String>> FIELDS =
      Map.of(
          "index", Map.of(1, "metadata", 2, "document", 3, "external_symbol"),
          "metadata",
              Map.of(1, "version", 2, "tool_info", 3, "project_root", 4, "text_document_encoding"),
          "tool_info", Map.of(1, "name", 2, "version", 3, "argument"),
          "document",
              Map.of(
                  1,
                  "relative_path",
                  2,
                  "occurrence",
                  3,
                  "symbol_information",
                  4,
                  "language",
                  5,
                  "text",
                  6,
                  "position_encoding"),
          "occurrence", Map.of(1, "range", 2, "symbol", 3, "symbol_roles", 7, "enclosing_range"),
          "symbol_information",
              Map.of(
                  1,
                  "symbol",
                  3,
                  "documentation",
                  4,
                  "relationship",
                  5,
                  "kind",
                  6,
                  "display_name",
                  8,
                  "enclosing_symbol"),
          "relationship", Map.of(1, "symbol", 2, "is_reference", 3, "is_implementation"));
  private static final Set<String> PACKED = Set.of("range", "enclosing_range");

  private final StringBuilder text = new StringBuilder();

  private ScipText() {}

  /** The lines of the index in {@code bytes}. */
  static String of(byte[] bytes) throws IOException {
    var dump = new ScipText();
    dump.message("index", CodedInputStream.newInstance(bytes), "");
    return dump.text.toString();
  }

  private void message(String type, CodedInputStream in, String indent) throws IOException {
    while (!in.isAtEnd()) {
      int tag = in.readTag();
      String name = FIELDS.getOrDefault(type, Map.of()).get(WireFormat.getTagFieldNumber(tag));
      if (name == null) {
        throw new IOException("the protocol has no field " + tag + " in " + type);
      }
      text.append(indent).append(name);
      if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
        text.append(' ').append(in.readInt32()).append('\n');
      } else if (PACKED.contains(name)) {
        numbers(CodedInputStream.newInstance(in.readByteArray()));
      } else if (FIELDS.containsKey(name)) {
        text.append('\n');
        message(name, CodedInputStream.newInstance(in.readByteArray()), indent + "  ");
      } else {
        text.append(' ').append(in.readStringRequireUtf8()).append('\n');
      }
    }
  }

  private void numbers(CodedInputStream in) throws IOException {
    while (!in.isAtEnd()) {
      text.append(' ').append(in.readInt32());
    }
    text.append('\n');
  }
}
