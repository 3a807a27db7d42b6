package dev.sextant.watch;

/** The names of files that editors make while they save, and that are never sources. */
final class EditorFiles {
  private EditorFiles() {}

  /** Whether a file of this name is a temporary or a backup of an editor. */
  static boolean isTemporary(String name) {
    return name.endsWith("~")
        || name.endsWith(".bak")
        || name.endsWith(".tmp")
        || name.endsWith("___jb_tmp___")
        || name.endsWith("___jb_old___")
        || name.endsWith(".kate-swp")
        || name.startsWith(".#")
        || name.startsWith(".goutputstream-")
        || name.startsWith(".nfs")
        || (name.startsWith("#") && name.endsWith("#"))
        || isVimProbe(name)
        || isVimSwap(name);
  }

  /**
   * Vim tries whether it can write in a folder with a file of this name, or one a little higher.
   */
  private static boolean isVimProbe(String name) {
    return name.length() >= 4
        && name.startsWith("4913")
        && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Such as {@code .Name.java.swp}, with other last letters when several are open. */
  private static boolean isVimSwap(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && name.startsWith(".")
        && name.length() - dot == 4
        && name.charAt(dot + 1) == 's'
        && (name.charAt(dot + 2) == 'w' || name.charAt(dot + 2) == 'v');
  }
}
