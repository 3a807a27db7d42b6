package dev.sextant.index;

import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.source.LineTable;
import dev.sextant.source.SourceFile;

/**
 * One file after extraction: its facts, in UTF-16 offsets, and what else the graph keeps of it.
 *
 * @param listed the file as it was listed
 * @param contentHash hash of its bytes
 * @param sizeBytes how many bytes were read
 * @param syntaxErrors how many places did not parse
 */
record ExtractedFile(
    LinkUnit unit,
    SourceFile listed,
    LineTable lines,
    long contentHash,
    int sizeBytes,
    int syntaxErrors) {
  FileFacts facts() {
    return unit.facts();
  }

  /** The same content, listed again. */
  ExtractedFile listedAs(SourceFile again) {
    return new ExtractedFile(unit, again, lines, contentHash, sizeBytes, syntaxErrors);
  }
}
