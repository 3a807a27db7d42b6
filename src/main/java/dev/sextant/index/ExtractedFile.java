package dev.sextant.index;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.source.LineTable;

/**
 * One file after extraction: its facts, in UTF-16 offsets, and what else the graph keeps of it.
 *
 * @param path its path in the workspace
 * @param syntaxErrors how many places did not parse
 */
record ExtractedFile(
    String path,
    LanguageSupport language,
    FileFacts facts,
    LineTable lines,
    long contentHash,
    int sizeBytes,
    int syntaxErrors) {}
