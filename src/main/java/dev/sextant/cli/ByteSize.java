package dev.sextant.cli;

import java.util.Locale;

/** Amounts of memory as people read them. */
final class ByteSize {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
  private static final int STEP = 1024;

  private ByteSize() {}

  /** {@code bytes} in the largest unit that leaves at least one before the point. */
  static String text(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes;
    int unit = -1;
    while (amount >= STEP && unit < UNITS.length - 1) {
      amount /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }
}
