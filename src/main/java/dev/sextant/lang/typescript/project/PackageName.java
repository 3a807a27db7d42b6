package dev.sextant.lang.typescript.project;

/** The parts of an import that names a package. Stateless. */
public final class PackageName {
  private PackageName() {}

  /** The name of the package, its scope included. */
  public static String of(String imported) {
    int end = end(imported);
    return imported.substring(0, end);
  }

  /** What follows the package's name, without the slash; empty for nothing. */
  public static String subpath(String imported) {
    int end = end(imported);
    return end == imported.length() ? "" : imported.substring(end + 1);
  }

  private static int end(String imported) {
    int slash = imported.indexOf('/');
    if (imported.startsWith("@") && slash >= 0) {
      slash = imported.indexOf('/', slash + 1);
    }
    return slash < 0 ? imported.length() : slash;
  }

  /** Whether an import names a package, and neither a file nor something of its own package. */
  public static boolean isOne(String imported) {
    return !imported.isEmpty()
        && !ModuleFiles.isRelative(imported)
        && "/#.".indexOf(imported.charAt(0)) < 0
        && imported.indexOf('\\') < 0
        && imported.indexOf('\0') < 0
        && !imported.contains("..");
  }
}
