package dev.sextant.index.cache;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.PackedFacts;

/**
 * What is kept of a file: its facts, in UTF-16 offsets.
 *
 * @param packed the same facts in packed form
 * @param syntaxErrors how many places did not parse
 */
public record CachedFacts(FileFacts facts, PackedFacts packed, int syntaxErrors) {}
