package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.TreeState;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.WalkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of a tree that are no longer as a build met them: added, removed or with another
 * content; those that say how it is built among them.
 *
 * <p>A file with the size and the time it had is taken for unchanged without being read; one whose
 * time is another, or could not tell, is read and known by its hash.
 *
 * <p><b>Threads:</b> immutable; a comparison runs on its caller's thread and blocks on the disk.
 */
public final class TreeComparison {
  private final int maxFileBytes;
  private final Languages languages = new Languages(ScriptProjects.NONE);

  /** Compares as builds with {@code settings} would read. */
  public TreeComparison(IndexSettings settings) {
    maxFileBytes = settings.maxFileBytes();
  }

  /**
   * The paths, in order, at which the tree below {@code root} differs from {@code before}.
   *
   * <p><b>Cost:</b> one walk; reads the files whose size is as before and whose time is not.
   *
   * @throws SourceTreeException when the root cannot be listed
   */
  public List<String> differences(Path root, TreeState before, Cancellation cancellation)
      throws SourceTreeException {
    List<SourceFile> now =
        SourceTree.walk(root, WalkSettings.standard(), this::looksAt, cancellation).files();
    SourceReader reader = SourceReader.open(root, maxFileBytes);
    List<String> differing = new ArrayList<>();
    int number = 0;
    for (SourceFile file : now) {
      cancellation.check();
      while (number < before.count() && isBefore(before.file(number), file)) {
        differing.add(before.file(number).path().value());
        number++;
      }
      boolean known = number < before.count() && !isBefore(file, before.file(number));
      if (!known || !isUnchanged(file, before, number, reader)) {
        differing.add(file.path().value());
      }
      if (known) {
        number++;
      }
    }
    for (; number < before.count(); number++) {
      differing.add(before.file(number).path().value());
    }
    return differing;
  }

  /** Whether files of this name count. */
  public boolean looksAt(String name) {
    return languages.reads(name) || BuildFiles.isOne(name);
  }

  private static boolean isBefore(SourceFile one, SourceFile other) {
    return one.path().compareTo(other.path()) < 0;
  }

  private static boolean isUnchanged(
      SourceFile file, TreeState before, int number, SourceReader reader) {
    SourceFile listed = before.file(number);
    if (file.equals(listed)) {
      return true;
    }
    return file.sizeBytes() == listed.sizeBytes()
        && before.contentHash(number) != TreeState.NO_HASH
        && reader.read(file.path()) instanceof ReadOutcome.Read read
        && read.text().contentHash() == before.contentHash(number);
  }
}
