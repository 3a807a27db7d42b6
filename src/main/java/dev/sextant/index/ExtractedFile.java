package dev.sextant.index;

import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.PackedFacts;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.source.ContentHash;
import dev.sextant.source.LineTable;
import dev.sextant.source.SourceFile;

/**
 * One file after extraction: its facts, in UTF-16 offsets, and what else the graph keeps of it.
 *
 * @param listed the file as it was listed
 * @param contentHash what its bytes are known by
 * @param sizeBytes how many bytes were read
 * @param syntaxErrors how many places did not parse
 */
record ExtractedFile(
    LinkUnit unit,
    SourceFile listed,
    LineTable lines,
    ContentHash contentHash,
    int sizeBytes,
    int syntaxErrors) {
  /** Whether it has the same bytes as {@code other}, which has the same path. */
  boolean hasTextOf(ExtractedFile other) {
    return contentHash.equals(other.contentHash);
  }

  /** Whether it is of a language in which types follow from what is written anywhere. */
  boolean isScript() {
    return unit.language().rules().structural();
  }

  /** The same with its facts packed only. */
  ExtractedFile closed() {
    if (unit.open() == null) {
      return this;
    }
    return new ExtractedFile(unit.closed(), listed, lines, contentHash, sizeBytes, syntaxErrors);
  }

  /** The same with its facts, which were not at hand, and the language as this build has it. */
  ExtractedFile withFacts(PackedFacts facts, LanguageSupport language) {
    return new ExtractedFile(
        new LinkUnit(unit.path(), language, facts, null),
        listed,
        lines,
        contentHash,
        sizeBytes,
        syntaxErrors);
  }

  /** Whether its facts are at hand. */
  boolean hasFacts() {
    return unit.packed().isPresent();
  }

  /** Whether {@code again}, which has the same path, has the size and the time that it had. */
  boolean isListedAs(SourceFile again) {
    return again.sizeBytes() == listed.sizeBytes()
        && again.modifiedNanos() == listed.modifiedNanos();
  }

  /** The same content, listed again. */
  ExtractedFile listedAs(SourceFile again) {
    if (isListedAs(again)) {
      return this;
    }
    return new ExtractedFile(unit, again, lines, contentHash, sizeBytes, syntaxErrors);
  }
}
