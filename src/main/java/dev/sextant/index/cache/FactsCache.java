package dev.sextant.index.cache;

import dev.sextant.lang.ExtractorVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The facts of files that were seen before, whichever workspace they were seen in.
 *
 * <p><b>Shape:</b> a folder of segments, which other processes may use at the same time. Beyond its
 * limit it drops what was not asked for longest: entries found in the older half of the bytes are
 * written again, then the oldest segment goes.
 *
 * <p><b>Threads:</b> immutable; each build opens a session.
 */
public final class FactsCache {
  /** How many bytes are kept unless configured: 1 GiB. */
  public static final long USUAL_BYTES = 1L << 30;

  /** The most that can be configured: what is known of each entry is held while a build runs. */
  public static final long MOST_BYTES = 16L << 30;

  private final Optional<SegmentFolder> folder;

  private FactsCache(Optional<SegmentFolder> folder) {
    this.folder = folder;
  }

  /** A cache that keeps nothing. */
  public static FactsCache off() {
    return new FactsCache(Optional.empty());
  }

  /**
   * A cache in {@code folder}, which is made when it is needed, of at most {@code limitBytes}; 0 is
   * {@link #off}.
   */
  public static FactsCache in(Path folder, long limitBytes) {
    if (limitBytes < 0 || limitBytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a facts cache of " + limitBytes + " bytes: give 0 to " + MOST_BYTES);
    }
    return limitBytes == 0
        ? off()
        : new FactsCache(Optional.of(new SegmentFolder(folder, limitBytes)));
  }

  /**
   * Opens it for one build.
   *
   * <p><b>Cost:</b> reads the directories of all segments.
   *
   * <p><b>Errors:</b> none; a folder that cannot be read gives a session without entries that says
   * so.
   */
  public CacheSession open() {
    if (folder.isEmpty()) {
      return CacheSession.off();
    }
    try {
      return CacheSession.on(folder.get(), ExtractorVersion.read());
    } catch (IOException e) {
      return CacheSession.broken(e);
    }
  }
}
