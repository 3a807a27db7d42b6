package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The indexed files of a folder: all that lie below it, or one level of the tree. */
public final class FileList {
  private FileList() {}

  /** How the files below a folder are listed. */
  public enum Form {
    /** Every file, in the order of the paths. */
    FLAT,
    /** What lies directly in the folder: folders first, then files. */
    LEVEL
  }

  /**
   * Asks for files.
   *
   * @param folder the path of a folder, or of one file; empty for the root
   */
  public record Request(String folder, Form form, Window window) {}

  /** A line of the list. */
  public sealed interface Entry {}

  /** A folder, and how many indexed files lie below it at any depth. */
  public record Folder(String path, int files) implements Entry {}

  /** A file. */
  public record File(String path, String language, int sizeBytes, int lines, int symbols)
      implements Entry {}

  /** The files that {@code request} asks for; none when there is no such folder. */
  public static Slice<Entry> in(CodeGraph graph, Request request, Cancellation cancellation) {
    var poll = new Poll(cancellation);
    FileTable files = graph.files();
    String folder =
        request.folder().endsWith("/")
            ? request.folder().substring(0, request.folder().length() - 1)
            : request.folder();
    int itself = files.find(folder);
    if (itself >= 0) {
      return window(request.window(), new int[] {itself}, graph, Map.of());
    }
    String prefix = folder.isEmpty() ? "" : folder + "/";
    var folders = new TreeMap<String, Integer>();
    var direct = new int[files.count()];
    int count = 0;
    for (int file = files.firstAtOrAfter(prefix); file < files.count(); file++) {
      poll.item();
      String path = files.path(file);
      if (!path.startsWith(prefix)) {
        break;
      }
      int slash = request.form() == Form.FLAT ? -1 : path.indexOf('/', prefix.length());
      if (slash < 0) {
        direct[count++] = file;
      } else {
        folders.merge(path.substring(0, slash), 1, Integer::sum);
      }
    }
    return window(request.window(), Arrays.copyOf(direct, count), graph, folders);
  }

  private static Slice<Entry> window(
      Window window, int[] direct, CodeGraph graph, Map<String, Integer> folders) {
    var items = new ArrayList<Entry>();
    int index = 0;
    for (var folder : folders.entrySet()) {
      if (window.holds(index++)) {
        items.add(new Folder(folder.getKey(), folder.getValue()));
      }
    }
    for (int file : direct) {
      if (window.holds(index++)) {
        items.add(entry(graph.files(), file));
      }
    }
    return new Slice<>(items, window.offset(), index);
  }

  private static File entry(FileTable files, int file) {
    return new File(
        files.path(file),
        files.language(file),
        files.sizeBytes(file),
        files.lines(file).lineCount(),
        files.endSymbol(file) - files.firstSymbol(file));
  }
}
