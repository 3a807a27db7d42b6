package dev.sextant.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The most memory that this process has held, as the system counts it. */
final class PeakMemory {
  private static final String KEY = "VmHWM:";
  private static final String UNIT = " kB";
  private static final long UNIT_BYTES = 1024;

  private PeakMemory() {}

  /** Resident bytes at their peak; empty where the system does not say. */
  static OptionalLong bytes() {
    try {
      return bytes(Files.readAllLines(Path.of("/proc/self/status")));
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  /** The same, from the lines of {@code /proc/self/status}. */
  static OptionalLong bytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(KEY) && line.endsWith(UNIT))
        .map(line -> line.substring(KEY.length(), line.length() - UNIT.length()).strip())
        .mapToLong(number -> Long.parseLong(number) * UNIT_BYTES)
        .findFirst();
  }
}
