package dev.sextant.watch;

import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import dev.sextant.source.TreeListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The files of a tree as one look found them, each with one number that mixes its size, its time,
 * and where the system has them the number of its inode and the time of its last change of any
 * kind. That time cannot be set back, so a file that was exchanged for one with the same size and
 * time is noticed too.
 *
 * <p><b>Threads:</b> immutable.
 */
final class TreeStamps {
  private static final String UNIX = "unix";

  private final String[] paths;
  private final long[] stamps;

  private TreeStamps(String[] paths, long[] stamps) {
    this.paths = paths;
    this.stamps = stamps;
  }

  /** Looks at every file of {@code listing}. */
  static TreeStamps of(Path root, TreeListing listing) {
    List<SourceFile> files = listing.files();
    boolean unix = root.getFileSystem().supportedFileAttributeViews().contains(UNIX);
    String[] paths = new String[files.size()];
    long[] stamps = new long[files.size()];
    for (int i = 0; i < paths.length; i++) {
      SourceFile file = files.get(i);
      paths[i] = file.path().value();
      long stamp = mix(mix(0, file.sizeBytes()), file.modifiedNanos());
      stamps[i] = unix ? mix(stamp, change(file.path().under(root))) : stamp;
    }
    return new TreeStamps(paths, stamps);
  }

  /** The files that are new, gone or different in {@code later}. */
  List<SourcePath> changedIn(TreeStamps later) {
    List<SourcePath> changed = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    while (mine < paths.length || theirs < later.paths.length) {
      int order = order(later, mine, theirs);
      if (order < 0) {
        changed.add(new SourcePath(paths[mine]));
      } else if (order > 0 || stamps[mine] != later.stamps[theirs]) {
        changed.add(new SourcePath(later.paths[theirs]));
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return changed;
  }

  private int order(TreeStamps later, int mine, int theirs) {
    if (mine == paths.length) {
      return 1;
    }
    if (theirs == later.paths.length) {
      return -1;
    }
    String here = paths[mine];
    String there = later.paths[theirs];
    return here.equals(there) ? 0 : new SourcePath(here).compareTo(new SourcePath(there));
  }

  private static long change(Path file) {
    try {
      Map<String, Object> attributes =
          Files.readAttributes(file, "unix:ctime,ino", LinkOption.NOFOLLOW_LINKS);
      long time =
          attributes.get("ctime") instanceof FileTime changed
              ? changed.to(TimeUnit.NANOSECONDS)
              : 0;
      long inode = attributes.get("ino") instanceof Number number ? number.longValue() : 0;
      return mix(mix(0, time), inode);
    } catch (IOException _) {
      return 0;
    }
  }

  /** The finishing steps of a well-known 64-bit hash, applied to both values. */
  private static long mix(long sum, long value) {
    long bits = (sum ^ value) + 0x9e3779b97f4a7c15L;
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    return bits ^ (bits >>> 31);
  }
}
