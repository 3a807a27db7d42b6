package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.index.Languages.Choice;
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
  /** A file that gave no facts. */
  record Skip(String path, SkipReason reason, String detail) {}

  private final List<SourceFile> files;
  private final List<Choice> choices;
  private final AtomicReferenceArray<Object> outcomes;
  private final Optional<LinkState> before;
  private final AtomicInteger unchanged = new AtomicInteger();

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
    try (ParseJournal journal = ParseJournal.open(settings.stateFolder(), workers.threads())) {
      workers.forEach(
          files.size(),
          worker -> new FileExtraction(this, reader, journal, worker, settings.parseBudget()),
          cancellation,
          done);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot keep the crash journal in "
              + settings.stateFolder()
              + ": make the folder writable or set sextant.state-folder",
          e);
    }
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
    return extracted().size() - unchanged.get();
  }

  void extracted(int item, ExtractedFile file) {
    outcomes.set(item, file);
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
