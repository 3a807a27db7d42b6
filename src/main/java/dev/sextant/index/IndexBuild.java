package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.Directory;
import dev.sextant.scip.ScipIndex;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import dev.sextant.source.TreeListing;
import dev.sextant.source.WalkSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A full build of one source tree.
 *
 * <p>What a pass made is dropped as soon as the next pass has used it up.
 *
 * <p><b>Threads:</b> driven by one thread at a time, which must not be one of the workers.
 */
public final class IndexBuild implements Build {
  private final Path root;
  private final Optional<Path> scip;
  private final IndexSettings settings;
  private final WorkerPool workers;
  private final PassProgress progress;
  private final Cancellation cancellation;
  private Optional<LinkState> before;
  private LinkNames names;
  private Languages languages = new Languages(ScriptProjects.NONE);
  private Optional<BuildFiles> buildFiles = Optional.empty();
  private Optional<TreeListing> listing = Optional.empty();
  private Optional<Extraction> extraction = Optional.empty();
  private Optional<Linking> linking = Optional.empty();
  private Optional<Relinking> relinking = Optional.empty();
  private Optional<Linking.Linked> linked = Optional.empty();
  private FoundLibraries libraries = FoundLibraries.NONE;
  private List<FileProblem> outdated = List.of();
  private Optional<IndexResult> result = Optional.empty();

  /** A build of the tree below {@code root}; nothing is read before the first pass. */
  public IndexBuild(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    this(root, settings, workers, progress, cancellation, Optional.empty());
  }

  /**
   * A build that goes on from the one that left {@code before}: what changed since is extracted,
   * and linked together with what that may concern. The result is that of a whole build.
   */
  public IndexBuild(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation,
      Optional<LinkState> before) {
    this(
        root,
        settings,
        workers,
        progress,
        cancellation,
        before,
        new TreeChanges.Unknown(),
        Optional.empty());
  }

  /**
   * A build that goes on from the one that left {@code before}, with what a compiler knows.
   *
   * @param changes where the tree may differ from how that build listed it
   * @param scip the file of a SCIP index, which is not trusted, that says what a compiler knows;
   *     with one, every file is linked again, for the index may have changed as well
   */
  public IndexBuild(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation,
      Optional<LinkState> before,
      TreeChanges changes,
      Optional<Path> scip) {
    this.root = root;
    this.scip = scip;
    this.settings = settings;
    this.workers = workers;
    this.progress = progress;
    this.cancellation = cancellation;
    this.before = before;
    names = before.map(LinkState::names).orElseGet(LinkNames::none);
  }

  @Override
  public void run(Pass pass) throws SourceTreeException {
    cancellation.check();
    switch (pass) {
      case WALK -> walk();
      case EXTRACT -> extract();
      case DECLARE -> declare();
      case RESOLVE -> resolve();
      case FINISH -> finish();
    }
  }

  private void walk() throws SourceTreeException {
    TreeListing all =
        SourceTree.walk(
            root,
            WalkSettings.standard(),
            name -> languages.reads(name) || BuildFiles.isOne(name),
            cancellation);
    Map<Boolean, List<SourceFile>> files =
        all.files().stream()
            .collect(Collectors.partitioningBy(file -> languages.reads(file.path().name())));
    TreeListing found =
        new TreeListing(
            files.getOrDefault(true, List.of()), all.folders(), all.counts(), all.problems());
    BuildFiles settled =
        BuildFiles.of(
            root, files.getOrDefault(false, List.of()), before.map(LinkState::buildFiles));
    boolean installedAsBefore =
        before
            .flatMap(LinkState::libraries)
            .map(one -> one.areInstalledAsBefore(root))
            .orElse(true);
    if (before.isPresent() && !(settled.areLikeBefore() && installedAsBefore)) {
      // What these files say concerns every file.
      before = Optional.empty();
      names = LinkNames.none();
    }
    languages = new Languages(settled.projects());
    buildFiles = Optional.of(settled);
    listing = Optional.of(found);
    progress.advanced(Pass.WALK, found.files().size(), found.files().size());
  }

  private void extract() throws SourceTreeException {
    var files = new Extraction(done(listing, Pass.WALK), languages, before);
    int count = files.fileCount();
    files.run(
        root,
        settings,
        workers,
        done -> progress.advanced(Pass.EXTRACT, done, count),
        cancellation);
    extraction = Optional.of(files);
  }

  private void declare() throws SourceTreeException {
    List<ExtractedFile> files = done(extraction, Pass.EXTRACT).extracted();
    libraries =
        new FoundLibraries.Search(
                root, settings, done(buildFiles, Pass.WALK).projects(), workers, cancellation)
            .of(files, before);
    var goingOn = new Relinking(goingOn(), files);
    relinking = Optional.of(goingOn);
    Linking tables = Linking.of(files, goingOn, libraries, names, workers, progress, cancellation);
    scip.ifPresent(index -> cover(index, tables));
    linking = Optional.of(tables);
  }

  /** What files need not be linked again for: not what was linked with other libraries. */
  private Optional<LinkState> goingOn() {
    // In one process libraries only come with files that need them, and those are linked.
    return before.filter(
        state ->
            scip.isEmpty()
                && (state.libraries().isPresent()
                    || state.libraryFingerprint() == libraries.fingerprint()));
  }

  private void cover(Path scipFile, Linking tables) {
    ScipIndex index = ScipIndex.read(scipFile, cancellation);
    var matches = new ScipMatches(index, root, done(listing, Pass.WALK).files(), tables.files());
    if (matches.outdated() > 0) {
      outdated =
          List.of(
              new FileProblem(
                  scipFile.toString(),
                  "scipOutdated",
                  matches.outdated() + " of its documents are of files that changed since"));
    }
    tables.cover(Coverage.of(index, matches, tables.declarations(), cancellation));
  }

  private void resolve() {
    Linking tables = done(linking, Pass.DECLARE);
    int count = tables.declarations().fileCount();
    linked =
        Optional.of(
            tables.run(
                done(relinking, Pass.DECLARE),
                workers,
                done -> progress.advanced(Pass.RESOLVE, done, count),
                cancellation));
  }

  private void finish() {
    Extraction files = done(extraction, Pass.EXTRACT);
    Directory directory = done(linking, Pass.DECLARE).directory();
    linking = Optional.empty();
    List<LinkedFile> rows = done(linked, Pass.RESOLVE).files();
    CodeGraph graph =
        CodeGraph.link(done(linked, Pass.RESOLVE).input(), names.names(), cancellation);
    cancellation.check();
    BuildFiles settled = done(buildFiles, Pass.WALK);
    BuildReport report =
        ReportBuilder.report(
            files,
            rows,
            graph,
            done(relinking, Pass.DECLARE).work(rows),
            Stream.of(settled.problems(), libraries.problems(), outdated)
                .flatMap(List::stream)
                .toList());
    result =
        Optional.of(
            new IndexResult(
                graph,
                report,
                files.tree(settled.contents()),
                ChangedFiles.all(rows.size()),
                Optional.of(
                    new LinkState(
                        graph, names.afterBuild(), rows, directory, libraries, settled))));
    extraction = Optional.empty();
    linked = Optional.empty();
    relinking = Optional.empty();
    progress.advanced(Pass.FINISH, 1, 1);
  }

  @Override
  public void startOver() {
    before = Optional.empty();
    names = LinkNames.none();
  }

  @Override
  public BuildSize size() {
    List<SourceFile> files = done(listing, Pass.WALK).files();
    int[] numbers = LinkState.numbers(before, files.size(), file -> files.get(file).path().value());
    long source = 0;
    long changed = 0;
    int known = 0;
    int same = 0;
    for (int file = 0; file < numbers.length; file++) {
      SourceFile listed = files.get(file);
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

  @Override
  public IndexResult result() {
    return done(result, Pass.FINISH);
  }

  private static <T> T done(Optional<T> made, Pass pass) {
    return made.orElseThrow(
        () -> new IllegalStateException("the pass " + pass.wireName() + " has not run"));
  }
}
