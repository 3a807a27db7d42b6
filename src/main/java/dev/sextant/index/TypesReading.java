package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.SymbolKind;
import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.index.cache.CachedFacts;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SourcePath;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads declaration files, the modules that they declare by name each for itself.
 *
 * <p><b>Threads:</b> driven by one thread; the files are read by the workers.
 */
final class TypesReading {
  /** What a file names in a comment at its start: another file, or a package of types. */
  record Reference(String target, boolean isPath) {}

  /**
   * A file.
   *
   * @param ambient the modules that it declares, by their names
   */
  record Read(
      String path,
      int sizeBytes,
      FileFacts facts,
      List<Reference> references,
      Map<String, FileFacts> ambient) {}

  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^///\\s*<reference\\s+(path|types)\\s*=\\s*[\"']([^\"'\\n]+)[\"']");
  private static final Pattern AMBIENT =
      Pattern.compile("(?m)^\\s*declare\\s+module\\s+[\"']([^\"'\\n]+)[\"']");
  private static final Choice CHOICE = new Choice(new TypeScriptLanguage(), Grammar.TYPESCRIPT);

  private final SourceReader reader;
  private final CacheSession cache;
  private final ParseJournal journal;
  private final Duration parseBudget;

  TypesReading(
      SourceReader reader, CacheSession cache, ParseJournal journal, Duration parseBudget) {
    this.reader = reader;
    this.cache = cache;
    this.journal = journal;
    this.parseBudget = parseBudget;
  }

  /** What a text names in comments. */
  static List<Reference> references(String text) {
    List<Reference> found = new ArrayList<>();
    for (Matcher at = REFERENCE.matcher(text); at.find(); ) {
      found.add(new Reference(at.group(2), at.group(1).equals("path")));
    }
    return found;
  }

  /** The modules that a text declares by name. */
  static List<String> ambientNames(String text) {
    List<String> found = new ArrayList<>();
    for (Matcher at = AMBIENT.matcher(text); at.find(); ) {
      found.add(at.group(1));
    }
    return found;
  }

  /** Reads files; those that cannot be read are left out. */
  List<Read> run(List<String> paths, WorkerPool workers, Cancellation cancellation) {
    var results = new AtomicReferenceArray<Optional<Read>>(paths.size());
    workers.forEach(
        paths.size(), worker -> new Work(paths, results, worker), cancellation, _ -> {});
    List<Read> read = new ArrayList<>();
    for (int i = 0; i < results.length(); i++) {
      Objects.requireNonNull(results.get(i), "a file without an outcome").ifPresent(read::add);
    }
    return read;
  }

  private final class Work implements ItemWork {
    private final List<String> paths;
    private final AtomicReferenceArray<Optional<Read>> results;
    private final FactsReading facts;

    private Work(List<String> paths, AtomicReferenceArray<Optional<Read>> results, int worker) {
      this.paths = paths;
      this.results = results;
      facts = new FactsReading(cache, journal, worker, parseBudget);
    }

    @Override
    public void run(int item) {
      results.set(item, read(paths.get(item)));
    }

    private Optional<Read> read(String path) {
      var file = new SourcePath(path);
      if (journal.quarantine().contains(path, 0)) {
        return Optional.empty();
      }
      return switch (reader.read(file)) {
        case ReadOutcome.Skipped _ -> Optional.empty();
        case ReadOutcome.Read(SourceText text) ->
            facts(path, file.name(), text).map(found -> read(path, text, found));
      };
    }

    private Read read(String path, SourceText text, FileFacts facts) {
      String whole = text.text(0, text.length());
      return new Read(
          path,
          text.length(),
          facts,
          references(whole),
          AMBIENT.matcher(whole).find() ? ambient(path, whole, facts) : Map.of());
    }

    private Map<String, FileFacts> ambient(String path, String text, FileFacts whole) {
      Map<String, FileFacts> found = new LinkedHashMap<>();
      for (int local = 1; local < whole.declarationCount(); local++) {
        int start = whole.nameStart(local);
        boolean quoted = start < text.length() && "\"'".indexOf(text.charAt(start)) >= 0;
        if (quoted
            && whole.kind(local) == SymbolKind.NAMESPACE
            && whole.bodyStart(local) < whole.end(local)) {
          String body = text.substring(whole.bodyStart(local) + 1, whole.end(local) - 1);
          String name = whole.string(whole.name(local));
          facts(path, "module.d.ts", SourceText.of(body))
              .ifPresent(module -> found.putIfAbsent(name, module));
        }
      }
      return found;
    }

    private Optional<FileFacts> facts(String path, String name, SourceText text) {
      return switch (facts.of(path, 0, name, CHOICE, text)) {
        case FactsReading.Outcome.Kept(CachedFacts kept) -> Optional.of(kept.facts());
        case FactsReading.Outcome.Taken(CachedFacts taken) -> Optional.of(taken.facts());
        case FactsReading.Outcome.Refused _ -> Optional.empty();
      };
    }

    @Override
    public void close() {
      facts.close();
    }
  }
}
