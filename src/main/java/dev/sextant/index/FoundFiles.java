package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import dev.sextant.source.WalkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The files of one workspace, as a build found them.
 *
 * <p>They are in the order of their paths.
 *
 * <p><b>Threads:</b> made and asked by the thread that drives the build.
 *
 * @param listed all of them
 * @param sources those that some language reads
 * @param suspects which of the sources have to be read whatever their size and time say
 * @param buildFiles the others, which say how the workspace is built
 */
record FoundFiles(
    List<SourceFile> listed, List<SourceFile> sources, BitSet suspects, BuildFiles buildFiles) {
  /**
   * The files below {@code root}.
   *
   * <p>Only the places that {@code changes} names are listed if it is known what {@code before}
   * listed, which it is not after a restart; otherwise the whole tree is.
   *
   * @param before what the build before left, with the same root
   */
  static FoundFiles of(
      Path root, Optional<LinkState> before, TreeChanges changes, Cancellation cancellation)
      throws SourceTreeException {
    var languages = new Languages(ScriptProjects.NONE);
    var tree =
        new SourceTree(
            root, WalkSettings.standard(), name -> languages.reads(name) || BuildFiles.isOne(name));
    List<SourceFile> known = before.map(LinkState::listed).orElse(List.of());
    List<SourceFile> listed =
        changes instanceof TreeChanges.At places && !known.isEmpty()
            ? tree.listAgain(known, places, cancellation)
            : tree.list(cancellation).files();
    List<SourceFile> sources = new ArrayList<>(listed.size());
    List<SourceFile> others = new ArrayList<>();
    for (SourceFile file : listed) {
      (languages.reads(file.path().name()) ? sources : others).add(file);
    }
    return new FoundFiles(
        listed,
        sources,
        changes.suspects(sources),
        BuildFiles.of(root, others, changes.suspects(others), before.map(LinkState::buildFiles)));
  }

  /** How much there is to do for a build that goes on from {@code before}. */
  BuildSize size(Optional<LinkState> before) {
    int[] numbers =
        LinkState.numbers(before, sources.size(), file -> sources.get(file).path().value());
    long source = 0;
    long changed = 0;
    int known = 0;
    int same = 0;
    for (int file = 0; file < numbers.length; file++) {
      SourceFile listed = sources.get(file);
      source += listed.sizeBytes();
      boolean isSame =
          numbers[file] >= 0
              && before.orElseThrow().files().get(numbers[file]).file().isListedAs(listed);
      known += numbers[file] >= 0 ? 1 : 0;
      same += isSame ? 1 : 0;
      changed += isSame ? 0 : listed.sizeBytes();
    }
    int removed = before.map(state -> state.files().size()).orElse(0) - known;
    int changedFiles = numbers.length - same + removed;
    return new BuildSize(source, changed, numbers.length, changedFiles, before.isPresent());
  }
}
