package dev.sextant.index;

import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.source.LineTable;

/**
 * One file after extraction: its facts, in UTF-16 offsets, and what else the graph keeps of it.
 *
 * @param syntaxErrors how many places did not parse
 */
record ExtractedFile(
    LinkUnit unit, LineTable lines, long contentHash, int sizeBytes, int syntaxErrors) {
  FileFacts facts() {
    return unit.facts();
  }
}
