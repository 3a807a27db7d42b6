package dev.sextant.index.cache;

import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.PackedFacts;
import dev.sextant.source.ContentHash;
import dev.sextant.syntax.Grammar;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One worker's access to the cache: turns facts into entries and back.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
public final class WorkerCache {
  private static final int HEAD_BYTES = Integer.BYTES;

  private final CacheSession session;
  private final FactsPacker packer;

  WorkerCache(CacheSession session, FactsPacker packer) {
    this.session = session;
    this.packer = packer;
  }

  /**
   * What was kept of a file with this content and name.
   *
   * @param fileName its last segment
   */
  public Optional<CachedFacts> find(
      ContentHash content, String language, Grammar grammar, String fileName) {
    if (!session.isOn()) {
      return Optional.empty();
    }
    Optional<byte[]> bytes =
        session.find(CacheKey.of(content, language, grammar, fileName, session.extractor()));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Optional<CachedFacts> facts = unpack(bytes.get());
    if (facts.isEmpty()) {
      session.damaged();
    }
    return facts;
  }

  /**
   * What was kept of a file with this content and name, unread but for its checksum.
   *
   * @param fileName its last segment
   */
  public Optional<PackedFacts> findPacked(
      ContentHash content, String language, Grammar grammar, String fileName) {
    if (!session.isOn()) {
      return Optional.empty();
    }
    return session
        .find(CacheKey.of(content, language, grammar, fileName, session.extractor()))
        .filter(entry -> entry.length > HEAD_BYTES)
        .map(entry -> PackedFacts.of(Arrays.copyOfRange(entry, HEAD_BYTES, entry.length)));
  }

  private Optional<CachedFacts> unpack(byte[] entry) {
    if (entry.length < HEAD_BYTES) {
      return Optional.empty();
    }
    byte[] packed = Arrays.copyOfRange(entry, HEAD_BYTES, entry.length);
    Optional<FileFacts> facts = packer.unpack(packed);
    return facts.map(
        read -> new CachedFacts(read, PackedFacts.of(packed), ByteBuffer.wrap(entry).getInt()));
  }

  /** Keeps {@code facts} for later builds. */
  public void keep(
      ContentHash content, String language, Grammar grammar, String fileName, CachedFacts facts) {
    if (session.isOn()) {
      byte[] packed = facts.packed().bytes();
      byte[] entry =
          ByteBuffer.allocate(HEAD_BYTES + packed.length)
              .putInt(facts.syntaxErrors())
              .put(packed)
              .array();
      session.add(
          new Entry(CacheKey.of(content, language, grammar, fileName, session.extractor()), entry));
    }
  }
}
