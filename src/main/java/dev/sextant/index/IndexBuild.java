package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.Directory;
import dev.sextant.scip.ScipIndex;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final TreeChanges changes;
  private Optional<LinkState> before;
  private LinkNames names;
  private Languages languages = new Languages(ScriptProjects.NONE);
  private Optional<FoundFiles> found = Optional.empty();
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
    this.changes = changes;
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
    FoundFiles files = FoundFiles.of(root, before, changes, cancellation);
    boolean installedAsBefore =
        before
            .flatMap(LinkState::libraries)
            .map(one -> one.areInstalledAsBefore(root))
            .orElse(true);
    if (!(files.buildFiles().areLikeBefore() && installedAsBefore)) {
      // What these files say concerns every file.
      startOver();
    }
    languages = new Languages(files.buildFiles().projects());
    found = Optional.of(files);
    int count = files.sources().size();
    progress.advanced(Pass.WALK, count, count);
  }

  private void extract() throws SourceTreeException {
    var files = new Extraction(done(found, Pass.WALK), languages, before);
    int count = files.fileCount();
    files.run(
        root,
        settings,
        workers,
        done -> progress.advanced(Pass.EXTRACT, done, count),
        cancellation);
    extraction = Optional.of(files);
  }

  @Override
  public boolean changesNothing() {
    List<ExtractedFile> files = done(extraction, Pass.EXTRACT).extracted();
    int listed = done(found, Pass.WALK).listed().size();
    // Without its libraries it cannot be told yet whether these are as before.
    return scip.isEmpty()
        && before
            .filter(it -> it.libraries().isPresent() && it.listed().size() == listed)
            .isPresent()
        && ChangedFiles.since(before, files).count() == 0;
  }

  private void declare() throws SourceTreeException {
    List<ExtractedFile> files = done(extraction, Pass.EXTRACT).extracted();
    libraries =
        new FoundLibraries.Search(
                root,
                settings,
                done(found, Pass.WALK).buildFiles().projects(),
                workers,
                cancellation)
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
    var matches = new ScipMatches(index, root, done(found, Pass.WALK).sources(), tables.files());
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
    FoundFiles met = done(found, Pass.WALK);
    BuildFiles settled = met.buildFiles();
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
                ChangedFiles.since(before, files.extracted()),
                Optional.of(
                    new LinkState(graph, names.afterBuild(), rows, directory, libraries, met))));
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
    return done(found, Pass.WALK).size(before);
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
