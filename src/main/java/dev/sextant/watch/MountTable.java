package dev.sextant.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file systems that are mounted above, at and below one folder, in the order in which Linux
 * lists them.
 *
 * <p>Nothing tells when one is mounted or unmounted; two tables that differ do.
 *
 * <p><b>Threads:</b> immutable.
 */
record MountTable(List<Mount> mounts) {
  private static final String SYSTEM = "/proc/self/mountinfo";
  private static final int FIELDS_BEFORE_POINT = 4;
  private static final int OCTAL_DIGITS = 3;

  MountTable {
    mounts = List.copyOf(mounts);
  }

  /** Tells the mounts of this process, as text. */
  @FunctionalInterface
  interface Source {
    /** A line for each mount, in the form of {@code proc(5)}; empty where there is no such list. */
    String read();
  }

  /**
   * One mount.
   *
   * @param identity its number, its device and which folder of the device: numbers are given again
   * @param point the folder that it covers
   * @param type the name of the kind of file system
   */
  record Mount(String identity, String point, String type) {}

  /** The list of the operating system; empty where it has none that can be read. */
  static String ofThisProcess() {
    try {
      return new String(Files.readAllBytes(Path.of(SYSTEM)), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  /** The mounts among {@code lines} that have to do with {@code folder}, which is a real path. */
  static MountTable around(String folder, String lines) {
    return new MountTable(
        lines.lines().map(line -> mount(folder, line)).flatMap(Optional::stream).toList());
  }

  /** By folder, why events below it cannot be relied on. */
  Map<String, String> objections() {
    Map<String, String> objections = new HashMap<>();
    for (Mount mount : mounts) {
      // A later mount covers an earlier one at the same place.
      objections.remove(mount.point);
      if (Mounts.isShared(mount.type)) {
        objections.put(mount.point, Mounts.objection(mount.type, mount.point));
      }
    }
    return objections;
  }

  private static Optional<Mount> mount(String folder, String line) {
    int start = 0;
    for (int field = 0; field < FIELDS_BEFORE_POINT; field++) {
      start = line.indexOf(' ', start) + 1;
      if (start == 0) {
        return Optional.empty();
      }
    }
    int end = line.indexOf(' ', start);
    if (end < 0) {
      return Optional.empty();
    }
    String point = unescaped(line.substring(start, end));
    if (!holds(point, folder) && !holds(folder, point)) {
      return Optional.empty();
    }
    return Optional.of(new Mount(line.substring(0, start - 1), point, type(line, end)));
  }

  /** The field behind the dash, before which there are as many as there are. */
  private static String type(String line, int from) {
    String dash = " - ";
    int start = line.indexOf(dash, from);
    if (start < 0) {
      return "";
    }
    start += dash.length();
    int end = line.indexOf(' ', start);
    return line.substring(start, end < 0 ? line.length() : end);
  }

  private static boolean holds(String outer, String inner) {
    return inner.startsWith(outer)
        && (outer.endsWith("/")
            || inner.length() == outer.length()
            || inner.charAt(outer.length()) == '/');
  }

  /** Spaces, tabs, ends of lines and backslashes are written as octal numbers. */
  private static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int at = 0; at < field.length(); at++) {
      int code = field.charAt(at) == '\\' ? octal(field, at + 1) : -1;
      text.append(code < 0 ? field.charAt(at) : (char) code);
      at += code < 0 ? 0 : OCTAL_DIGITS;
    }
    return text.toString();
  }

  private static int octal(String field, int start) {
    if (start + OCTAL_DIGITS > field.length()) {
      return -1;
    }
    int code = 0;
    for (int at = start; at < start + OCTAL_DIGITS; at++) {
      int digit = Character.digit(field.charAt(at), Byte.SIZE);
      if (digit < 0) {
        return -1;
      }
      code = code * Byte.SIZE + digit;
    }
    return code;
  }
}
