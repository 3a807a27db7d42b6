package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SnapshotAttachment;
import dev.sextant.lang.ExtractorVersion;
import dev.sextant.resolve.Directory;
import dev.sextant.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a build leaves for the next one, so that only what changed is done again.
 *
 * <p>It can be kept with the graph in a snapshot. What came from there has no facts of files; the
 * next build takes them from the facts cache, and extracts those that it does not find.
 *
 * <p><b>Threads:</b> immutable but for the names, which only grow; used by one build at a time.
 */
public final class LinkState {
  /** What a file takes besides its arrays: some fifteen small objects. */
  private static final long FILE_BYTES = 500;

  /** What a listed file takes besides the letters of its path: four small objects. */
  private static final long LISTED_BYTES = 110;

  private final CodeGraph graph;
  private final LinkNames names;
  private final List<LinkedFile> files;
  private final Optional<Directory> directory;
  private final Optional<FoundLibraries> libraries;
  private final long libraryFingerprint;
  private final BuildFiles buildFiles;
  private final List<SourceFile> listed;

  /** What is left of a build that ended with {@code graph}. */
  LinkState(
      CodeGraph graph,
      LinkNames names,
      List<LinkedFile> files,
      Directory directory,
      FoundLibraries libraries,
      FoundFiles found) {
    this.graph = graph;
    this.names = names;
    this.files = List.copyOf(files);
    this.directory = Optional.of(directory);
    this.libraries = Optional.of(libraries);
    buildFiles = found.buildFiles();
    listed = List.copyOf(found.listed());
    libraryFingerprint = 0;
  }

  /** What was left of the build of another process, which knew libraries of that fingerprint. */
  LinkState(
      CodeGraph graph,
      LinkNames names,
      List<LinkedFile> files,
      long libraryFingerprint,
      BuildFiles buildFiles) {
    this.graph = graph;
    this.names = names;
    this.files = List.copyOf(files);
    this.libraryFingerprint = libraryFingerprint;
    this.buildFiles = buildFiles;
    directory = Optional.empty();
    libraries = Optional.empty();
    listed = List.of();
  }

  /**
   * What {@link #attachment} gave of the build that made {@code graph}; empty when there is nothing
   * to go on from, or only what another version of the program wrote.
   */
  public static Optional<LinkState> restored(CodeGraph graph, SnapshotAttachment attachment) {
    try {
      return attachment.isEmpty()
          ? Optional.empty()
          : LinkStateForm.read(graph, attachment.bytes(), ExtractorVersion.read());
    } catch (IOException unknownExtractors) {
      return Optional.empty();
    }
  }

  /**
   * All but the facts, to be kept with the graph; nothing when it could not be read again.
   *
   * <p><b>Threads:</b> from any, also while a build goes on from it.
   *
   * <p><b>Cost:</b> linear in the files.
   */
  public SnapshotAttachment attachment() {
    try {
      return new SnapshotAttachment(LinkStateForm.write(this, ExtractorVersion.read()));
    } catch (IOException unknownExtractors) {
      return SnapshotAttachment.NONE;
    }
  }

  /** The graph of the build; its files are {@link #files}. */
  CodeGraph graph() {
    return graph;
  }

  LinkNames names() {
    return names;
  }

  /** Whether names that nothing uses any more are so many that a whole build is due. */
  public boolean isCrowded() {
    return names.isCrowded();
  }

  /**
   * Bytes that are held from one build to the next, apart from the graph and from those libraries
   * that workspaces share.
   *
   * <p><b>Cost:</b> linear in the files.
   */
  public long sizeBytes() {
    long bytes =
        names.sizeBytes()
            + directory.map(Directory::sizeBytes).orElse(0L)
            + libraries.map(FoundLibraries::ownBytes).orElse(0L)
            + buildFiles.sizeBytes();
    for (LinkedFile file : files) {
      bytes +=
          FILE_BYTES
              + file.file().unit().path().length()
              + file.file().unit().packed().bytes().length
              + file.names().sizeBytes()
              + file.questions().packed().length;
    }
    for (SourceFile file : listed) {
      bytes += LISTED_BYTES + file.path().value().length();
    }
    return bytes;
  }

  /** The files in the order of the build. */
  List<LinkedFile> files() {
    return files;
  }

  /** Where names are found, if that is known. */
  Optional<Directory> directory() {
    return directory;
  }

  /** The libraries, if they are known: they are not kept in snapshots. */
  Optional<FoundLibraries> libraries() {
    return libraries;
  }

  /** The files that said how the workspace is built. */
  BuildFiles buildFiles() {
    return buildFiles;
  }

  /** All files that the build listed, by path; none of another process, which kept only some. */
  List<SourceFile> listed() {
    return listed;
  }

  /** Tells apart libraries that other things were linked with. */
  long libraryFingerprint() {
    return libraries.map(FoundLibraries::fingerprint).orElse(libraryFingerprint);
  }

  /**
   * The numbers that files have in {@code state}, -1 for those that it does not have.
   *
   * @param path gives the path of each of {@code count} files, in ascending order
   */
  static int[] numbers(Optional<LinkState> state, int count, IntFunction<String> path) {
    int[] numbers = new int[count];
    List<LinkedFile> files = state.map(LinkState::files).orElse(List.of());
    int at = 0;
    for (int file = 0; file < count; file++) {
      numbers[file] = -1;
      String wanted = path.apply(file);
      int order = -1;
      while (at < files.size() && order < 0) {
        order = files.get(at).file().unit().path().compareTo(wanted);
        at += order <= 0 ? 1 : 0;
      }
      if (order == 0) {
        numbers[file] = at - 1;
      }
    }
    return numbers;
  }
}
