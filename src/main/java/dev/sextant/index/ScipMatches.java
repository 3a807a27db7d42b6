package dev.sextant.index;

import dev.sextant.scip.ScipDocument;
import dev.sextant.scip.ScipIndex;
import dev.sextant.source.SourceFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which documents of an index are files of a build, and which of these are as they were.
 *
 * <p>A file is as it was when it has the text that the index has of it, or, since most indexes have
 * no texts, when it was written last before the index was.
 *
 * <p><b>Threads:</b> immutable.
 */
final class ScipMatches {
  private final List<ExtractedFile> files;
  private final @Nullable ScipDocument[] documents;
  private int outdated;

  /**
   * Compares the documents of {@code index} with {@code files}, which {@code listed} are among.
   *
   * @param root the root of the build; documents elsewhere are ignored
   */
  ScipMatches(ScipIndex index, Path root, List<SourceFile> listed, List<ExtractedFile> files) {
    this.files = files;
    documents = new @Nullable ScipDocument[files.size()];
    Map<String, ScipDocument> byPath = new HashMap<>();
    String prefix = prefix(index, root);
    for (ScipDocument document : index.documents()) {
      byPath.putIfAbsent(prefix + document.path(), document);
    }
    int at = 0;
    for (int file = 0; file < documents.length; file++) {
      String path = files.get(file).unit().path();
      // Both are in the order of the paths, and what was extracted was listed.
      while (!listed.get(at).path().value().equals(path)) {
        at++;
      }
      ScipDocument document = byPath.get(path);
      if (document != null) {
        boolean same = isSame(document, files.get(file), listed.get(at), index.modifiedNanos());
        documents[file] = same ? document : null;
        outdated += same ? 0 : 1;
      }
    }
  }

  /** The document of a file; absent when there is none, or of another state of the file. */
  @Nullable ScipDocument of(int file) {
    return documents[file];
  }

  /** A file of the build. */
  ExtractedFile file(int file) {
    return files.get(file);
  }

  /** How many documents are of another state of their file. */
  int outdated() {
    return outdated;
  }

  private static boolean isSame(
      ScipDocument document, ExtractedFile file, SourceFile listed, long indexedNanos) {
    if (document.contentHash().isPresent()) {
      return document.contentHash().getAsLong() == file.contentHash().high();
    }
    return listed.modifiedNanos() < indexedNanos
        && document.isPlaced(file.lines(), file.sizeBytes());
  }

  /** What the paths of the documents need before them when the index is of a folder of the root. */
  private static String prefix(ScipIndex index, Path root) {
    try {
      Path made = Path.of(URI.create(index.projectRoot())).normalize();
      Path inside = made.startsWith(root) ? root.relativize(made) : Path.of("");
      String text = inside.toString().replace('\\', '/');
      return text.isEmpty() ? "" : text + "/";
    } catch (RuntimeException elsewhere) {
      // No URI, or none of a folder here: indexes are made on other machines too.
      return "";
    }
  }
}
