package dev.sextant.scip;

import com.google.protobuf.CodedOutputStream;
import dev.sextant.graph.CodeGraph;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A graph as an index of the SCIP protocol: its files as documents, its symbols and occurrences in
 * them.
 *
 * <p>Occurrences that only share a name with their target are left out: whoever reads such an index
 * takes what it says as certain.
 *
 * @param toolVersion the version of this program
 * @param projectRoot the root of the files as a URI
 */
public record ScipExport(String toolVersion, String projectRoot) {
  private static final String TOOL = "sextant";
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Writes all of {@code graph}; neither flushes nor closes {@code to}.
   *
   * <p><b>Cost:</b> linear in symbols and occurrences; keeps the bytes of one document at a time.
   */
  public void write(CodeGraph graph, OutputStream to) throws IOException {
    CodedOutputStream index = CodedOutputStream.newInstance(to, BUFFER_BYTES);
    writeMetadata(index);
    var documents = new DocumentWriter(graph);
    for (int file = 0; file < graph.files().count(); file++) {
      documents.write(file, index);
    }
    index.flush();
  }

  private void writeMetadata(CodedOutputStream index) throws IOException {
    var tool = new MessageBuffer();
    tool.text(ScipFields.TOOL_INFO_NAME, TOOL);
    tool.text(ScipFields.TOOL_INFO_VERSION, toolVersion);
    var metadata = new MessageBuffer();
    metadata.message(ScipFields.METADATA_TOOL_INFO, tool);
    metadata.text(ScipFields.METADATA_PROJECT_ROOT, projectRoot);
    metadata.number(ScipFields.METADATA_TEXT_DOCUMENT_ENCODING, ScipFields.TEXT_ENCODING_UTF8);
    metadata.moveTo(index, ScipFields.INDEX_METADATA);
  }
}
