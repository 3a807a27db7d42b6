package dev.sextant.syntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that were being parsed when a process died, and are therefore not parsed again until
 * their content changes.
 *
 * <p>On disk it is a text file of one line a file: stamp, size in bytes and path, between tabs. An
 * operator may delete lines, or the whole file, to have them tried again. Lines that make no sense
 * are dropped. When there are more than {@value #MOST_FILES}, those added first go.
 *
 * <p><b>Threads:</b> immutable; it does not see what other processes add later.
 */
public final class Quarantine {
  /** The most files that are remembered. */
  static final int MOST_FILES = 1_000;

  private static final String HEADER = "sextant-quarantine 1";
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  private final Map<String, QuarantinedFile> files;

  private Quarantine(Map<String, QuarantinedFile> files) {
    this.files = files;
  }

  /** A quarantine without files. */
  public static Quarantine empty() {
    return new Quarantine(Map.of());
  }

  /** Whether the file of this path with this content must not be parsed. */
  public boolean contains(String path, long stamp) {
    QuarantinedFile file = files.get(path);
    return file != null && file.stamp() == stamp;
  }

  /** The files, in the order they were added. */
  public List<QuarantinedFile> files() {
    return List.copyOf(files.values());
  }

  /** This quarantine and these files, less the oldest when that is too many. */
  Quarantine with(List<QuarantinedFile> added) {
    var all = new LinkedHashMap<>(files);
    for (QuarantinedFile file : added) {
      all.remove(file.path());
      all.put(file.path(), file);
    }
    var oldestFirst = all.keySet().iterator();
    for (int surplus = all.size() - MOST_FILES; surplus > 0; surplus--) {
      oldestFirst.next();
      oldestFirst.remove();
    }
    return new Quarantine(all);
  }

  /** Reads the file; none, or one that is not ours, is an empty quarantine. */
  static Quarantine read(Path file) throws IOException {
    byte[] bytes;
    try {
      if (Files.size(file) > MOST_BYTES) {
        return empty();
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return empty();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return empty();
    }
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      return empty();
    }
    List<QuarantinedFile> read = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      parse(line).ifPresent(read::add);
    }
    return empty().with(read);
  }

  /** Replaces the file in one step. */
  void write(Path file) throws IOException {
    var text = new StringBuilder(HEADER).append('\n');
    for (QuarantinedFile entry : files.values()) {
      text.append(entry.stamp()).append('\t').append(entry.bytes()).append('\t');
      text.append(escape(entry.path())).append('\n');
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<QuarantinedFile> parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new QuarantinedFile(
              unescape(columns[2]), Long.parseLong(columns[1]), Long.parseLong(columns[0])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String escape(String path) {
    return path.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static String unescape(String text) {
    var path = new StringBuilder(text.length());
    boolean escaped = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && !escaped) {
        escaped = true;
        continue;
      }
      path.append(escaped ? meaning(c) : c);
      escaped = false;
    }
    return path.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
