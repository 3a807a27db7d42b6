package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which file systems do not tell of all changes, because some are made by other machines. */
final class Mounts {
  private static final Set<String> SHARED =
      Set.of(
          "9p",
          "afs",
          "afpfs",
          "ceph",
          "cifs",
          "davfs",
          "drvfs",
          "fakeowner",
          "glusterfs",
          "grpcfuse",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs4",
          "osxfs",
          "prl_fs",
          "smb2",
          "smb3",
          "smbfs",
          "vboxsf",
          "virtiofs",
          "vmhgfs",
          "webdav");

  private Mounts() {}

  /** Why events below {@code root} cannot be relied on; empty when nothing speaks against them. */
  static String objection(Path root) {
    try {
      String type = Files.getFileStore(root).type();
      return isShared(type) ? objection(type, root.toString()) : "";
    } catch (IOException _) {
      return "";
    }
  }

  /** Why events below {@code place}, where a shared file system is mounted, cannot be relied on. */
  static String objection(String type, String place) {
    return "the file system of type "
        + type
        + " at "
        + place
        + " does not tell what other machines change";
  }

  /** Whether a type, as the operating system names it, is that of a shared file system. */
  static boolean isShared(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    return SHARED.contains(name) || name.startsWith("fuse.") || name.equals("fuse");
  }
}
