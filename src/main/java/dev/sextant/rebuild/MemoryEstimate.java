package dev.sextant.rebuild;

import dev.sextant.index.BuildSize;

/**
 * How many bytes a build may come to occupy: its result, and what it works with until then.
 *
 * <p>A guess from above, so that a build which was admitted can be finished: the result takes less
 * than three quarters of the bytes of the source, and the facts that linking works with two to
 * three times the bytes of what was read.
 */
final class MemoryEstimate {
  private static final long WORKING_FACTOR = 3;

  private MemoryEstimate() {}

  /**
   * The bytes to reserve.
   *
   * @param servedBytes what the workspace occupies now; it stays until the result is published
   */
  static long of(BuildSize size, long servedBytes) {
    long result =
        size.incremental()
            ? plus(servedBytes, resultOf(size.changedBytes()))
            : Math.max(servedBytes, resultOf(size.sourceBytes()));
    return plus(result, times(size.changedBytes(), WORKING_FACTOR));
  }

  private static long resultOf(long sourceBytes) {
    return sourceBytes - sourceBytes / 4;
  }

  private static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private static long times(long bytes, long factor) {
    return bytes > Long.MAX_VALUE / factor ? Long.MAX_VALUE : bytes * factor;
  }
}
