package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import dev.sextant.syntax.ParseJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;

/**
 * The extraction of a whole listing: what became of each file, in path order.
 *
 * <p><b>Threads:</b> workers write the row of the item they have; read after they are done.
 */
final class Extraction {
  private static final String CACHE = "factsCache";

  /** A file that gave no facts. */
  record Skip(String path, SkipReason reason, String detail) {}

  private final List<SourceFile> files;
  private final List<Choice> choices;
  private final AtomicReferenceArray<Object> outcomes;
  private final AtomicInteger fromCache = new AtomicInteger();
  private final List<FileProblem> cacheProblems = new ArrayList<>();

  Extraction(TreeListing listing, Languages languages) {
    files = listing.files();
    choices = new ArrayList<>(files.size());
    for (SourceFile file : files) {
      choices.add(languages.choose(file.path().name()).orElseThrow());
    }
    outcomes = new AtomicReferenceArray<>(files.size());
  }

  void run(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      IntConsumer done,
      Cancellation cancellation)
      throws SourceTreeException {
    SourceReader reader = SourceReader.open(root, settings.maxFileBytes());
    CacheSession cache = settings.cache().open();
    try (cache;
        ParseJournal journal = ParseJournal.open(settings.stateFolder(), workers.threads())) {
      workers.forEach(
          files.size(),
          worker ->
              new FileExtraction(
                  this, reader, cache.worker(), journal, worker, settings.parseBudget()),
          cancellation,
          done);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep the crash journal in "
              + settings.stateFolder()
              + ": make the folder writable or set sextant.state-folder",
          e);
    }
    note(cache);
  }

  private void note(CacheSession cache) {
    cache
        .failure()
        .ifPresent(
            reason ->
                cacheProblems.add(
                    new FileProblem(
                        ".", CACHE, "the facts of files are not kept for later: " + reason)));
    if (cache.damagedCount() > 0) {
      cacheProblems.add(
          new FileProblem(
              ".", CACHE, cache.damagedCount() + " damaged entries were dropped and made anew"));
    }
  }

  /** What was wrong with the cache. */
  List<FileProblem> cacheProblems() {
    return cacheProblems;
  }

  /** How many files were found in the cache. */
  int fromCache() {
    return fromCache.get();
  }

  int fileCount() {
    return files.size();
  }

  SourceFile file(int item) {
    return files.get(item);
  }

  Choice choice(int item) {
    return choices.get(item);
  }

  void extracted(int item, ExtractedFile file) {
    outcomes.set(item, file);
  }

  void found(int item, ExtractedFile file) {
    outcomes.set(item, file);
    fromCache.incrementAndGet();
  }

  void skipped(int item, SkipReason reason, String detail) {
    outcomes.set(item, new Skip(files.get(item).path().value(), reason, detail));
  }

  List<ExtractedFile> extracted() {
    return of(ExtractedFile.class);
  }

  List<Skip> skipped() {
    return of(Skip.class);
  }

  private <T> List<T> of(Class<T> type) {
    List<T> found = new ArrayList<>();
    for (int i = 0; i < outcomes.length(); i++) {
      Object outcome = Objects.requireNonNull(outcomes.get(i), "an item without an outcome");
      if (type.isInstance(outcome)) {
        found.add(type.cast(outcome));
      }
    }
    return found;
  }
}
