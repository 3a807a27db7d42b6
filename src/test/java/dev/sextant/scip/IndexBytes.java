package dev.sextant.scip;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Indexes of the SCIP protocol, written occurrence by occurrence as a compiler would. */
public final class IndexBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream index = CodedOutputStream.newInstance(bytes);
  private final MessageBuffer document = new MessageBuffer();
  private final MessageBuffer occurrence = new MessageBuffer();
  private boolean open;

  /** An index of the folder with this URI. */
  public IndexBytes(String projectRoot) {
    try {
      var metadata = new MessageBuffer();
      metadata.text(ScipFields.METADATA_PROJECT_ROOT, projectRoot);
      metadata.number(ScipFields.METADATA_TEXT_DOCUMENT_ENCODING, 1);
      metadata.moveTo(index, ScipFields.INDEX_METADATA);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Goes on with the next document; positions are in UTF-8 units with 1, UTF-16 units with 2. */
  public IndexBytes document(String path, int unit) {
    try {
      end();
      open = true;
      document.text(ScipFields.DOCUMENT_RELATIVE_PATH, path);
      document.number(ScipFields.DOCUMENT_POSITION_ENCODING, unit);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Adds the text of the document. */
  public IndexBytes text(String text) {
    try {
      document.text(ScipFields.DOCUMENT_TEXT, text);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Adds a definition in one line. */
  public IndexBytes defines(int line, int start, int end, String symbol) {
    return occurrence(line, start, end, symbol, ScipFields.ROLE_DEFINITION);
  }

  /** Adds a reference in one line. */
  public IndexBytes uses(int line, int start, int end, String symbol) {
    return occurrence(line, start, end, symbol, 0);
  }

  private IndexBytes occurrence(int line, int start, int end, String symbol, int roles) {
    try {
      occurrence.numbers(ScipFields.OCCURRENCE_RANGE, line, start, end);
      occurrence.text(ScipFields.OCCURRENCE_SYMBOL, symbol);
      occurrence.number(ScipFields.OCCURRENCE_SYMBOL_ROLES, roles);
      document.message(ScipFields.DOCUMENT_OCCURRENCES, occurrence);
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The index. */
  public byte[] bytes() {
    try {
      end();
      index.flush();
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void end() throws IOException {
    if (open) {
      document.moveTo(index, ScipFields.INDEX_DOCUMENTS);
    }
    open = false;
  }
}
