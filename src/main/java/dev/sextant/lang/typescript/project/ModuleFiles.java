package dev.sextant.lang.typescript.project;

import java.util.Set;

/** Which files a path in an import may mean, the best first. Stateless. */
final class ModuleFiles {
  private static final String[] ENDINGS = {
    ".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"
  };

  private static final String[] BUILT = {
    ".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".tsx", ".mts", ".cts"
  };

  private ModuleFiles() {}

  /** Adds the files that a path without its ending, a folder or a file itself may stand for. */
  static void add(Set<String> files, String path) {
    if (!path.isEmpty()) {
      addFile(files, path);
    }
    addIndex(files, path);
  }

  /** Adds the files that a path may stand for when it is no folder. */
  static void addFile(Set<String> files, String path) {
    addSources(files, path);
    if (hasEnding(path)) {
      files.add(path);
    }
    for (String ending : ENDINGS) {
      files.add(path + ending);
    }
  }

  /** Adds the files that stand for a folder. */
  static void addIndex(Set<String> files, String folder) {
    for (String ending : ENDINGS) {
      files.add(Folders.join(folder, "index" + ending));
    }
  }

  /** The path without the ending of a script or of a declaration file. */
  static String stem(String path) {
    for (String ending : BUILT) {
      if (path.endsWith(ending)) {
        return path.substring(0, path.length() - ending.length());
      }
    }
    return path;
  }

  static boolean isRelative(String imported) {
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
}
