package dev.sextant.lang.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files that a module's name may stand for. */
final class ModulePaths {
  private ModulePaths() {}

  /**
   * Candidates, best first; none for a relative name that leaves the workspace.
   *
   * @param importer path of the importing file
   * @param imported the name as written, with its leading dots when it is relative
   */
  static List<String> of(String importer, String imported) {
    int dots = 0;
    while (dots < imported.length() && imported.charAt(dots) == '.') {
      dots++;
    }
    String inner = imported.substring(dots).replace('.', '/');
    var files = new ArrayList<String>();
    if (dots == 0) {
      for (String root : roots(importer)) {
        add(files, root, inner);
      }
      return files;
    }
    int end = importer.lastIndexOf('/');
    for (int i = 1; i < dots; i++) {
      if (end < 0) {
        return List.of();
      }
      end = importer.lastIndexOf('/', end - 1);
    }
    add(files, importer.substring(0, end + 1), inner);
    return files;
  }

  /** The folders absolute names may start from: the workspace's, those down to the importer's. */
  private static Set<String> roots(String importer) {
    var roots = new LinkedHashSet<String>();
    roots.add("");
    for (int slash = importer.indexOf('/'); slash >= 0; slash = importer.indexOf('/', slash + 1)) {
      roots.add(importer.substring(0, slash + 1));
    }
    roots.add("src/");
    return roots;
  }

  private static void add(List<String> files, String root, String inner) {
    if (inner.isEmpty()) {
      files.add(root + "__init__.py");
      files.add(root + "__init__.pyi");
      return;
    }
    files.add(root + inner + ".py");
    files.add(root + inner + "/__init__.py");
    files.add(root + inner + ".pyi");
    files.add(root + inner + "/__init__.pyi");
  }
}
