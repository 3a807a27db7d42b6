package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.TreeState;
import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.lang.PackedFacts;
import dev.sextant.source.ContentHash;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.source.SourceTreeException;
import dev.sextant.syntax.ParseJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private final BitSet suspects;
  private final Languages languages;
  private final Optional<LinkState> before;
  private final int[] numbersBefore;
  private final AtomicReferenceArray<Object> outcomes;
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicInteger fromCache = new AtomicInteger();
  private final List<FileProblem> problems = new ArrayList<>();

  /** The extraction of all sources; what the build before has of a file is used again. */
  Extraction(FoundFiles found, Languages languages, Optional<LinkState> before) {
    this.languages = languages;
    this.before = before;
    files = found.sources();
    suspects = found.suspects();
    numbersBefore = LinkState.numbers(before, files.size(), item -> files.get(item).path().value());
    outcomes = new AtomicReferenceArray<>(files.size());
  }

  void run(
      Path root,
      IndexSettings settings,
      WorkerPool workers,
      IntConsumer done,
      Cancellation cancellation)
      throws SourceTreeException {
    int[] open = open();
    int settled = files.size() - open.length;
    done.accept(settled);
    if (open.length == 0) {
      return;
    }
    SourceReader reader = SourceReader.open(root, settings.maxFileBytes());
    CacheSession cache = settings.cache().open();
    try (cache;
        ParseJournal journal = ParseJournal.open(settings.stateFolder(), workers.threads())) {
      workers.forEach(
          open.length,
          worker -> {
            var facts = new FactsReading(cache, journal, worker, settings.parseBudget());
            return new FileExtraction(this, reader, journal.quarantine(), facts, open);
          },
          cancellation,
          more -> done.accept(settled + more));
      journal.failure().ifPresent(refused -> problems.add(unkept(settings, refused)));
    }
    note(cache);
  }

  /** The items that have to be looked at; the others are listed as before. */
  private int[] open() {
    int[] open = new int[files.size()];
    int count = 0;
    for (int item = 0; item < open.length; item++) {
      if (contentBefore(item).isPresent() && earlier(item).orElseThrow().hasFacts()) {
        unchanged(item);
      } else {
        open[count++] = item;
      }
    }
    return Arrays.copyOf(open, count);
  }

  private static FileProblem unkept(IndexSettings settings, IOException refused) {
    return new FileProblem(
        ".",
        "crashJournal",
        "the crash journal is not kept in "
            + settings.stateFolder()
            + ", so a file that ends the parser's process would do so again: make room there, make"
            + " the folder writable or set sextant.state-folder: "
            + refused);
  }

  private void note(CacheSession cache) {
    cache
        .failure()
        .ifPresent(
            reason ->
                problems.add(
                    new FileProblem(
                        ".", CACHE, "the facts of files are not kept for later: " + reason)));
    if (cache.damagedCount() > 0) {
      problems.add(
          new FileProblem(
              ".", CACHE, cache.damagedCount() + " damaged entries were dropped and made anew"));
    }
  }

  /** What was wrong with the cache and the crash journal. */
  List<FileProblem> problems() {
    return problems;
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
    return languages.choose(files.get(item).path().name()).orElseThrow();
  }

  private Optional<ExtractedFile> earlier(int item) {
    int number = numbersBefore[item];
    return number < 0
        ? Optional.empty()
        : Optional.of(before.orElseThrow().files().get(number).file());
  }

  /** What a file has whose size and time say that it is as before; its facts may not be at hand. */
  Optional<ContentHash> contentBefore(int item) {
    return earlier(item)
        .filter(_ -> !suspects.get(item))
        .filter(file -> file.isListedAs(files.get(item)))
        .map(ExtractedFile::contentHash);
  }

  /** Whether a file that was read has the text of which there are facts. */
  boolean hasContentAsBefore(int item, SourceText text) {
    return earlier(item)
        .filter(ExtractedFile::hasFacts)
        .filter(file -> file.contentHash().equals(text.longHash()))
        .isPresent();
  }

  /** The file is as it was before. */
  void unchanged(int item) {
    outcomes.set(item, earlier(item).orElseThrow().listedAs(files.get(item)));
    unchanged.incrementAndGet();
  }

  /** The file is as it was before, and its facts were found. */
  void unchanged(int item, PackedFacts facts) {
    outcomes.set(item, earlier(item).orElseThrow().withFacts(facts, choice(item).language()));
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

  /** The files as they were listed and {@code others}, with the hashes of those that were read. */
  TreeState tree(Map<SourceFile, ContentHash> others) {
    List<SourceFile> all = new ArrayList<>(files);
    all.addAll(others.keySet());
    all.sort(Comparator.comparing(SourceFile::path));
    TreeState.Builder tree = new TreeState.Builder();
    int item = 0;
    for (SourceFile file : all) {
      ContentHash other = others.get(file);
      tree.add(file, other == null ? hash(item++) : other.high());
    }
    return tree.build();
  }

  private long hash(int item) {
    return outcomes.get(item) instanceof ExtractedFile file
        ? file.contentHash().high()
        : TreeState.NO_HASH;
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
