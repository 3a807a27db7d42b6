package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.source.SourceTreeException;
import dev.sextant.source.TreeListing;
import dev.sextant.syntax.ParseJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private final Optional<LinkState> before;
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger fromCache = new AtomicInteger();
  private final List<FileProblem> cacheProblems = new ArrayList<>();

  /** The extraction of a listing; what the build before has of a file is used again. */
  Extraction(TreeListing listing, Languages languages, Optional<LinkState> before) {
    this.before = before;
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
                  this,
                  reader,
                  journal.quarantine(),
                  new FactsReading(cache.worker(), journal.slot(worker), settings.parseBudget())),
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

  private Optional<ExtractedFile> earlier(int item) {
    return before.flatMap(
        state -> {
          int number = state.number(files.get(item).path().value());
          return number < 0 ? Optional.empty() : Optional.of(state.files().get(number).file());
        });
  }

  /** Whether the file has the size and the time that it had when it was extracted before. */
  boolean isListedAsBefore(int item) {
    return earlier(item).filter(file -> file.listed().equals(files.get(item))).isPresent();
  }

  /** Whether a file that was read has the text that it had when it was extracted before. */
  boolean hasContentAsBefore(int item, SourceText text) {
    return earlier(item)
        .filter(
            file -> file.contentHash() == text.contentHash() && file.sizeBytes() == text.length())
        .isPresent();
  }

  /** The file is as it was before. */
  void unchanged(int item) {
    outcomes.set(item, earlier(item).orElseThrow().listedAs(files.get(item)));
    unchanged.incrementAndGet();
  }

  /** How many files were parsed. */
  int parsedCount() {
    return extracted().size() - unchanged.get() - fromCache.get();
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
