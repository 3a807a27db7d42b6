package dev.sextant.source;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.source.IgnoreRules.Kind;
import dev.sextant.source.IgnoreRules.Verdict;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One walk over a tree, folder by folder in sorted order, with a stack of its own.
 *
 * <p><b>Threads:</b> confined to its creating thread; used once.
 */
final class TreeWalk {
  private final Path root;
  private final WalkStarts starts;
  private final SourceTree tree;
  private final FolderVisitor visitor;
  private final WalkSettings settings;
  private final Predicate<String> wanted;
  private final Cancellation cancellation;
  private final String rootFromTop;
  private final WalkTally tally = new WalkTally();
  private final List<SourceFile> files = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final Deque<Folder> pending = new ArrayDeque<>();

  /**
   * Prepares a walk.
   *
   * @param root the real path of the root
   * @param starts the files and folders at which to begin
   */
  TreeWalk(
      Path root,
      WalkStarts starts,
      SourceTree tree,
      FolderVisitor visitor,
      Cancellation cancellation) {
    this.root = root;
    this.starts = starts;
    this.tree = tree;
    this.visitor = visitor;
    this.settings = tree.settings();
    this.wanted = tree.wanted();
    this.cancellation = cancellation;
    Path top = IgnoreFiles.top(root);
    this.rootFromTop = IgnoreFiles.base(top, root);
    pending.push(new Folder(root, "", IgnoreFiles.around(root, top, tally)));
  }

  TreeListing run() throws SourceTreeException {
    while (!pending.isEmpty()) {
      cancellation.check();
      visit(pending.pop());
    }
    files.sort(Comparator.comparing(SourceFile::path));
    folders.sort(SourcePath::compareByCodePoint);
    return new TreeListing(files, folders, tally.counts(), tally.problems());
  }

  private void visit(Folder folder) throws SourceTreeException {
    NavigableSet<String> names;
    boolean begun = starts.cover(folder.relative);
    if (begun) {
      visitor.entering(folder.relative, folder.path);
    }
    try {
      names = names(folder.path);
    } catch (IOException failure) {
      if (folder.isRoot()) {
        throw TreeRoot.unreadable(root, failure);
      }
      tally.problem(folder.relative, IoReason.of(failure));
      return;
    }
    if (!folder.isRoot() && settings.marksItself(names) && !folder.isBroughtBack(rootFromTop)) {
      tally.ignoredFolders++;
      return;
    }
    String fromTop = rootFromTop + folder.prefix();
    IgnoreRules rules = IgnoreFiles.inside(folder.rules, folder.path, fromTop, names, tally);
    if (begun) {
      tally.foldersSeen++;
      folders.add(folder.relative);
      visitor.listed(folder.relative, FolderFilter.of(fromTop, rules, tree, names));
    }
    List<Folder> inside = new ArrayList<>();
    for (String name : begun ? names : starts.leading(folder.prefix(), names)) {
      visit(folder, name, names, rules, inside);
    }
    Collections.reverse(inside);
    inside.forEach(pending::push);
  }

  private void visit(
      Folder folder,
      String name,
      NavigableSet<String> siblings,
      IgnoreRules rules,
      List<Folder> inside)
      throws SourceTreeException {
    Path path = folder.path.resolve(name);
    String relative = folder.prefix() + name;
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException _) {
      return;
    } catch (IOException failure) {
      tally.problem(relative, IoReason.of(failure));
      return;
    }
    if (attributes.isSymbolicLink()) {
      tally.linksNotFollowed++;
    } else if (attributes.isDirectory()) {
      if (isLeftOut(name, rootFromTop + relative, siblings, rules)) {
        tally.ignoredFolders++;
      } else {
        inside.add(new Folder(path, relative, rules));
      }
    } else if (attributes.isRegularFile() && wanted.test(name) && starts.cover(relative)) {
      if (rules.verdict(rootFromTop + relative, Kind.FILE) == Verdict.IGNORED) {
        tally.ignoredFiles++;
      } else {
        add(relative, attributes);
      }
    }
  }

  private boolean isLeftOut(
      String name, String fromTop, NavigableSet<String> siblings, IgnoreRules rules) {
    if (name.equals(".git")) {
      return true;
    }
    return rules.verdict(fromTop, Kind.FOLDER) == Verdict.IGNORED
        || (settings.excludes(name, siblings) && !rules.bringsBack(fromTop));
  }

  private void add(String relative, BasicFileAttributes attributes) throws SourceTreeException {
    if (files.size() == settings.maxFiles()) {
      throw tooManyFiles(root, settings);
    }
    files.add(
        new SourceFile(
            new SourcePath(relative),
            attributes.size(),
            attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
  }

  static SourceTreeException tooManyFiles(Path root, WalkSettings settings) {
    return new SourceTreeException(
        SourceTreeException.Kind.TOO_MANY_FILES,
        "source root "
            + root
            + " holds more than "
            + settings.maxFiles()
            + " source files; load a folder further down, exclude folders in a "
            + IgnoreFiles.SEXTANT
            + " file, or raise the limit");
  }

  /** The names in {@code folder} that are valid text; the others are counted. */
  private NavigableSet<String> names(Path folder) throws IOException {
    // The folder may have become a link since it was found.
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
          ? new NotDirectoryException(folder.toString())
          : new NoSuchFileException(folder.toString());
    }
    NavigableSet<String> names = new TreeSet<>(SourcePath::compareByCodePoint);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (name == null || !isText(name)) {
          tally.unnamableFiles++;
        } else {
          names.add(name.toString());
        }
      }
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return names;
  }

  /** Whether decoding the bytes of a name lost nothing; a loss shows as a replacement character. */
  private static boolean isText(Path name) {
    String text = name.toString();
    if (text.indexOf('\uFFFD') < 0) {
      return true;
    }
    try {
      return name.getFileSystem().getPath(text).equals(name);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  /** A folder found but not yet read, with the rules that hold outside of it. */
  private record Folder(Path path, String relative, IgnoreRules rules) {
    boolean isRoot() {
      return relative.isEmpty();
    }

    String prefix() {
      return isRoot() ? "" : relative + "/";
    }

    boolean isBroughtBack(String rootFromTop) {
      return rules.bringsBack(rootFromTop + relative);
    }
  }
}
