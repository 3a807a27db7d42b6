package dev.sextant.lang.classfile;

/**
 * How much of a jar is read at most, whatever it claims.
 *
 * @param entries class files
 * @param classBytes bytes of one class file when inflated
 * @param totalBytes bytes of all class files when inflated, counted each time one is read
 */
public record JarLimits(int entries, int classBytes, long totalBytes) {
  /** Wide enough for every jar that is published for use. */
  public static final JarLimits USUAL = new JarLimits(100_000, 4 << 20, 1L << 29);

  /** Limits; each at least 1. */
  public JarLimits {
    if (entries < 1 || classBytes < 1 || totalBytes < 1) {
      throw new IllegalArgumentException(
          "the limits of a jar must be at least 1: "
              + entries
              + ", "
              + classBytes
              + ", "
              + totalBytes);
    }
  }
}
