package dev.sextant.index.cache;

import dev.sextant.source.ContentHash;
import dev.sextant.syntax.Grammar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What kept facts are found by: 128 bits of a hash over all that they depend on.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
record CacheKey(long high, long low) {
  /** The key of a file named {@code fileName} (its last segment), as {@code extractor} reads it. */
  static CacheKey of(
      ContentHash content, String language, Grammar grammar, String fileName, String extractor) {
    byte[] rest =
        String.join("\n", extractor, language, grammar.wireName(), fileName)
            .getBytes(StandardCharsets.UTF_8);
    ContentHash hash =
        ContentHash.of(
            ByteBuffer.allocate(2 * Long.BYTES + rest.length)
                .putLong(content.high())
                .putLong(content.low())
                .put(rest)
                .array());
    return new CacheKey(hash.high(), hash.low());
  }
}
