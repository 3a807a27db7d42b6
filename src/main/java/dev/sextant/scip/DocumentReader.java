package dev.sextant.scip;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the message of one document. An occurrence without a symbol, or whose range is none, is
 * left out.
 *
 * <p><b>Threads:</b> confined to its creating thread.
 */
final class DocumentReader implements IndexReader.Fields {
  private static final String LOCAL = "local ";

  private final IndexReader index;
  private final ScipDocument.Builder document = new ScipDocument.Builder();
  private final Map<String, Integer> locals = new HashMap<>();
  private final Occurrence occurrence = new Occurrence();

  DocumentReader(IndexReader index) {
    this.index = index;
  }

  ScipDocument read() {
    return document.build();
  }

  @Override
  public void field(int tag, CodedInputStream in) throws IOException {
    if (tag == tag(ScipFields.DOCUMENT_POSITION_ENCODING, WireFormat.WIRETYPE_VARINT)) {
      document.unit(PositionUnit.of(in.readInt32()));
      return;
    }
    switch (IndexReader.message(tag)) {
      case ScipFields.DOCUMENT_RELATIVE_PATH -> document.path(in.readStringRequireUtf8());
      case ScipFields.DOCUMENT_TEXT -> document.text(in.readStringRequireUtf8());
      case ScipFields.DOCUMENT_OCCURRENCES -> {
        occurrence.clear();
        IndexReader.inside(in, occurrence);
        occurrence.add();
      }
      default -> IndexReader.skip(in, tag);
    }
  }

  private static int tag(int field, int wireType) {
    return field << 3 | wireType;
  }

  /** The message of an occurrence; used for one after the other. */
  private final class Occurrence implements IndexReader.Fields {
    private static final int MOST_NUMBERS = 4;

    private final int[] range = new int[MOST_NUMBERS];
    private int numbers;
    private int roles;
    private String symbol = "";

    void clear() {
      numbers = 0;
      roles = 0;
      symbol = "";
    }

    @Override
    public void field(int tag, CodedInputStream in) throws IOException {
      if (tag == tag(ScipFields.OCCURRENCE_SYMBOL_ROLES, WireFormat.WIRETYPE_VARINT)) {
        roles = in.readInt32();
        return;
      }
      if (tag == tag(ScipFields.OCCURRENCE_RANGE, WireFormat.WIRETYPE_VARINT)) {
        number(in.readInt32());
        return;
      }
      switch (IndexReader.message(tag)) {
        case ScipFields.OCCURRENCE_RANGE -> packed(in);
        case ScipFields.OCCURRENCE_SYMBOL -> symbol = in.readStringRequireUtf8();
        case ScipFields.OCCURRENCE_SINGLE_LINE_RANGE -> typed(in, 3);
        case ScipFields.OCCURRENCE_MULTI_LINE_RANGE -> typed(in, MOST_NUMBERS);
        default -> IndexReader.skip(in, tag);
      }
    }

    void add() {
      if (!symbol.isEmpty() && (numbers == 3 || numbers == MOST_NUMBERS)) {
        int number =
            symbol.startsWith(LOCAL)
                ? locals.computeIfAbsent(symbol, index::added)
                : index.number(symbol);
        document.occurrence(range, numbers, number, roles);
      }
    }

    private void number(int number) {
      if (numbers < MOST_NUMBERS) {
        range[numbers] = number;
      }
      numbers++;
    }

    private void packed(CodedInputStream in) throws IOException {
      int outer = in.pushLimit(in.readRawVarint32());
      while (!in.isAtEnd()) {
        number(in.readInt32());
      }
      IndexReader.leave(in, outer);
    }

    /** A message of so many numbers, each a field; those that are zero may not be written. */
    private void typed(CodedInputStream in, int count) throws IOException {
      numbers = count;
      range[0] = range[1] = range[2] = range[3] = 0;
      IndexReader.inside(
          in,
          (tag, fields) -> {
            int field = WireFormat.getTagFieldNumber(tag);
            if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT && field <= count) {
              range[field - 1] = fields.readInt32();
            } else {
              IndexReader.skip(fields, tag);
            }
          });
    }
  }
}
