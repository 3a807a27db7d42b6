package dev.sextant.persist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.columns.FileReplacement;
import dev.sextant.workspace.RootMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file that says what was loaded: JSON, replaced in one step.
 *
 * <p><b>Threads:</b> immutable; the caller lets one write end before the next.
 *
 * @param file where it is; its folder is made when it is needed
 */
public record RememberedFile(Path file) {
  private static final System.Logger LOG = System.getLogger(RememberedFile.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 16L << 20;

  /**
   * Reads it; nothing is remembered when it is not there.
   *
   * <p><b>Errors:</b> none: a file that cannot be used is put aside under the name with {@code
   * .damaged} behind it, and said so in the log.
   */
  public Remembered read() {
    try {
      if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
        throw new IOException("it has more than " + MOST_BYTES + " bytes");
      }
      return decode(JSON.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException _) {
      return Remembered.NOTHING;
    } catch (IOException | IllegalArgumentException unusable) {
      putAside(unusable);
      return Remembered.NOTHING;
    }
  }

  /** Puts {@code remembered} in its place. */
  public void write(Remembered remembered) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] text = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(encode(remembered));
    try (FileReplacement replacement = FileReplacement.of(file)) {
      ByteBuffer bytes = ByteBuffer.wrap(text);
      while (bytes.hasRemaining()) {
        replacement.channel().write(bytes);
      }
      replacement.commit();
    }
  }

  private void putAside(Exception unusable) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be used and is now {1}: {2}; no workspace is remembered, load them again",
          file,
          aside,
          reason(unusable));
    } catch (IOException immovable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be used, nor put aside ({1}): {2}; no workspace is remembered",
          file,
          immovable,
          reason(unusable));
    }
  }

  private static String reason(Exception unusable) {
    return unusable instanceof JsonProcessingException syntax
        ? syntax.getOriginalMessage()
        : String.valueOf(unusable.getMessage());
  }

  private static JsonNode encode(Remembered remembered) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("version", VERSION);
    ArrayNode workspaces = root.putArray("workspaces");
    for (RememberedWorkspace workspace : remembered.workspaces()) {
      ObjectNode node = workspaces.addObject();
      node.put("root", workspace.root().toString())
          .put("rootMode", workspace.mode().wireName())
          .put("pinned", workspace.pinned());
      workspace.scip().ifPresent(scip -> node.put("scip", scip.toString()));
    }
    ObjectNode generations = root.putObject("generations");
    new TreeMap<>(remembered.generations())
        .forEach((path, generation) -> generations.put(path.toString(), generation));
    return root;
  }

  private static Remembered decode(JsonNode root) {
    if (root.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "it has version " + root.path("version") + ", and this program reads " + VERSION);
    }
    List<RememberedWorkspace> workspaces = new ArrayList<>();
    for (JsonNode node : root.path("workspaces")) {
      workspaces.add(
          new RememberedWorkspace(
              path(node.path("root").asText()),
              RootMode.ofWireName(node.path("rootMode").asText())
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException("a root mode is " + node.path("rootMode"))),
              node.path("pinned").asBoolean(),
              Optional.of(node.path("scip").asText())
                  .filter(text -> !text.isEmpty())
                  .map(RememberedFile::path)));
    }
    Map<Path, Long> generations = new TreeMap<>();
    root.path("generations")
        .properties()
        .forEach(entry -> generations.put(path(entry.getKey()), entry.getValue().asLong()));
    return new Remembered(workspaces, generations);
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
    } catch (InvalidPathException _) {
      // Refused like a relative one.
    }
    throw new IllegalArgumentException("a path is \"" + text + "\", which is not absolute");
  }
}
