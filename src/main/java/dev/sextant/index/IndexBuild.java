package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.StringInterner;
import dev.sextant.scip.ScipIndex;
import dev.sextant.source.SourceTree;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import dev.sextant.source.WalkSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final Languages languages = new Languages();
  private final StringInterner names = new StringInterner();
  private Optional<TreeListing> listing = Optional.empty();
  private Optional<Extraction> extraction = Optional.empty();
  private Optional<Linking> linking = Optional.empty();
  private List<FileBlock> blocks = List.of();
  private List<FileProblem> problems = new ArrayList<>();
  private Optional<IndexResult> result = Optional.empty();
  private long references;

  /** A build of the tree below {@code root}; nothing is read before the first pass. */
  public IndexBuild(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    this(root, Optional.empty(), settings, workers, progress, cancellation);
  }

  /**
   * A build that takes what a compiler knows from a SCIP index; nothing is read before the first
   * pass.
   *
   * @param scip the file of the index, which is not trusted
   */
  public IndexBuild(
      Path root,
      Optional<Path> scip,
      IndexSettings settings,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    this.root = root;
    this.scip = scip;
    this.settings = settings;
    this.workers = workers;
    this.progress = progress;
    this.cancellation = cancellation;
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
    TreeListing found =
        SourceTree.walk(root, WalkSettings.standard(), languages::reads, cancellation);
    listing = Optional.of(found);
    progress.advanced(Pass.WALK, found.files().size(), found.files().size());
  }

  private void extract() throws SourceTreeException {
    var files = new Extraction(done(listing, Pass.WALK), languages);
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
    Libraries.Found found = settings.libraries().of(root, files, cancellation);
    problems = new ArrayList<>(found.problems());
    Linking tables = Linking.of(files, found.libraries(), names, workers, progress, cancellation);
    linking = Optional.of(scip.map(index -> covered(index, tables)).orElse(tables));
  }

  private Linking covered(Path scipFile, Linking tables) {
    ScipIndex index = ScipIndex.read(scipFile, cancellation);
    var matches = new ScipMatches(index, root, done(listing, Pass.WALK).files(), tables.files());
    if (matches.outdated() > 0) {
      problems.add(
          new FileProblem(
              scipFile.toString(),
              "scipOutdated",
              matches.outdated() + " of its documents are of files that changed since"));
    }
    return tables.with(Coverage.of(index, matches, tables.declarations(), cancellation));
  }

  private void resolve() {
    Linking tables = done(linking, Pass.DECLARE);
    int count = tables.declarations().fileCount();
    blocks =
        tables.run(workers, done -> progress.advanced(Pass.RESOLVE, done, count), cancellation);
    references = ReportBuilder.references(tables.declarations());
  }

  private void finish() {
    Extraction files = done(extraction, Pass.EXTRACT);
    linking = Optional.empty();
    CodeGraph graph = CodeGraph.link(blocks, names, cancellation);
    result =
        Optional.of(
            new IndexResult(
                graph, ReportBuilder.report(files, blocks, graph, references, problems)));
    extraction = Optional.empty();
    blocks = List.of();
    progress.advanced(Pass.FINISH, 1, 1);
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
