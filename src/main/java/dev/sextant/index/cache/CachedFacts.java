package dev.sextant.index.cache;

import dev.sextant.lang.FileFacts;

/**
 * What is kept of a file: its facts, in UTF-16 offsets.
 *
 * @param syntaxErrors how many places did not parse
 */
public record CachedFacts(FileFacts facts, int syntaxErrors) {}
