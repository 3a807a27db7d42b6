package dev.sextant.index.modules;

import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.source.SourceTreeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Small files below a root that are no sources, read by their paths.
 *
 * <p><b>Threads:</b> confined to one thread; blocks on the disk.
 */
public final class WorkspaceTexts {
  private static final int MOST_BYTES = 1 << 20;

  private final Path root;
  private final SourceReader reader;
  private final LookedAt lookedAt = new LookedAt();
  private final List<String> problems = new ArrayList<>();

  /** The files below {@code root}. */
  public WorkspaceTexts(Path root) throws SourceTreeException {
    this.root = root;
    reader = SourceReader.open(root, MOST_BYTES);
  }

  /** The text of the file at {@code path}; empty when there is none that can be read. */
  public Optional<String> text(String path) {
    lookedAt.at(root, path);
    if (!isFile(path)) {
      return Optional.empty();
    }
    return switch (reader.read(new SourcePath(path))) {
      case ReadOutcome.Read(SourceText text) -> Optional.of(text.text(0, text.length()));
      case ReadOutcome.Skipped(_, String detail) -> {
        problems.add("cannot read " + path + ": " + detail);
        yield Optional.empty();
      }
    };
  }

  /** Whether there is a file at {@code path}. */
  boolean isFile(String path) {
    return isPath(path) && Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether there is a folder at {@code path}; remembered. */
  boolean isFolder(String path) {
    lookedAt.at(root, path);
    return isPath(path) && Files.isDirectory(root.resolve(path));
  }

  /** The path of the folder itself when links lead to it; empty when they leave the root. */
  Optional<String> real(String folder) {
    try {
      Path real = root.resolve(folder).toRealPath();
      Path top = root.toRealPath();
      if (real.startsWith(top)) {
        return Optional.of(top.relativize(real).toString().replace('\\', '/'));
      }
      problems.add(folder + " leads out of the workspace and is not read");
    } catch (IOException absent) {
      problems.add("cannot read " + folder + ": " + absent);
    }
    return Optional.empty();
  }

  /** What is in a folder, by name and in order. */
  List<String> names(String folder) {
    lookedAt.at(root, folder);
    try (var entries = Files.list(root.resolve(folder))) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static boolean isPath(String path) {
    try {
      return !path.isEmpty() && new SourcePath(path).value().equals(path);
    } catch (IllegalArgumentException unnamable) {
      return false;
    }
  }

  /** What was asked about so far. */
  public LookedAt lookedAt() {
    return lookedAt;
  }

  /** What could not be read. */
  public List<String> problems() {
    return problems;
  }
}
