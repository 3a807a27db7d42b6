package dev.sextant.lang.typescript;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which files a relative import may mean. */
final class ModuleFiles {
  private static final String[] ENDINGS = {
    ".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"
  };

  private ModuleFiles() {}

  static List<String> of(String importer, String imported) {
    if (imported.isEmpty()) {
      return List.of(importer);
    }
    if (!isRelative(imported)) {
      return List.of();
    }
    String path = resolve(importer, imported);
    if (path.startsWith("../")) {
      return List.of();
    }
    var files = new LinkedHashSet<String>();
    if (!path.isEmpty()) {
      addSources(files, path);
      if (hasEnding(path)) {
        files.add(path);
      }
      for (String ending : ENDINGS) {
        files.add(path + ending);
      }
    }
    String folder = path.isEmpty() ? "" : path + "/";
    for (String ending : ENDINGS) {
      files.add(folder + "index" + ending);
    }
    return List.copyOf(files);
  }

  private static boolean isRelative(String imported) {
    return imported.startsWith("./")
        || imported.startsWith("../")
        || imported.equals(".")
        || imported.equals("..");
  }

  /** Adds the TypeScript files for a path that names the JavaScript made from them. */
  private static void addSources(Set<String> files, String path) {
    if (path.endsWith(".js")) {
      String stem = path.substring(0, path.length() - 3);
      files.add(stem + ".ts");
      files.add(stem + ".tsx");
      files.add(stem + ".d.ts");
    } else if (path.endsWith(".jsx")) {
      files.add(path.substring(0, path.length() - 4) + ".tsx");
    } else if (path.endsWith(".mjs") || path.endsWith(".cjs")) {
      String stem = path.substring(0, path.length() - 4);
      files.add(stem + "." + path.charAt(path.length() - 3) + "ts");
    }
  }

  private static boolean hasEnding(String path) {
    for (String ending : ENDINGS) {
      if (path.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** The path {@code imported} means beside {@code importer}; starts with ../ when outside. */
  private static String resolve(String importer, String imported) {
    List<String> segments = new ArrayList<>(List.of(importer.split("/", -1)));
    segments.removeLast();
    for (String segment : imported.split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.isEmpty()) {
          return "../";
        }
        segments.removeLast();
      } else if (!segment.equals(".") && !segment.isEmpty()) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }
}
