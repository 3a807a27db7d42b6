package dev.sextant.index;

import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.index.cache.CachedFacts;
import dev.sextant.index.cache.WorkerCache;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.PackedFacts;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseJournal;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.Quarantine;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.syntax.SyntaxTree;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One worker's extraction: reads a file; unless the cache has its facts, parses it under the
 * journal's eye and takes them.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FileExtraction {
  private final Extraction extraction;
  private final SourceReader reader;
  private final FactsPacker packer = new FactsPacker();
  private final WorkerCache cache;
  private final Quarantine quarantine;
  private final ParseJournal.Slot slot;
  private final ParseLimits limits;
  private final SyntaxParser parser = SyntaxParser.open();
  private final Map<Grammar, FactsExtractor> extractors = new EnumMap<>(Grammar.class);

  FileExtraction(
      Extraction extraction,
      SourceReader reader,
      CacheSession cache,
      ParseJournal journal,
      int worker,
      Duration parseBudget) {
    this.extraction = extraction;
    this.reader = reader;
    this.cache = cache.worker(packer);
    this.quarantine = journal.quarantine();
    this.slot = journal.slot(worker);
    this.limits =
        new ParseLimits(
            parseBudget,
            ParseLimits.STANDARD.maxBytes(),
            ParseLimits.STANDARD.maxNodes(),
            ParseLimits.STANDARD.parserBytes());
  }

  /** This as the work on those of {@code items} that it is given the positions of. */
  ItemWork on(int[] items) {
    return new ItemWork() {
      @Override
      public void run(int position) {
        extract(items[position]);
      }

      @Override
      public void close() {
        parser.close();
        packer.close();
      }
    };
  }

  private void extract(int item) {
    SourceFile file = extraction.file(item);
    Optional<PackedFacts> known =
        extraction
            .contentBefore(item)
            .flatMap(
                content -> {
                  Choice choice = extraction.choice(item);
                  return cache.findPacked(
                      content, choice.language().id(), choice.grammar(), file.path().name());
                });
    if (known.isPresent()) {
      extraction.unchanged(item, known.get());
      return;
    }
    String path = file.path().value();
    if (quarantine.contains(path, file.modifiedNanos())) {
      extraction.skipped(
          item, SkipReason.QUARANTINED, "parsing it ended the process before; change it to retry");
      return;
    }
    switch (reader.read(file.path())) {
      case ReadOutcome.Skipped(SkipReason reason, String detail) ->
          extraction.skipped(item, reason, detail);
      case ReadOutcome.Read(SourceText text) -> {
        Choice choice = extraction.choice(item);
        if (extraction.hasContentAsBefore(item, text)) {
          extraction.unchanged(item);
          return;
        }
        Optional<CachedFacts> kept =
            cache.find(
                text.longHash(), choice.language().id(), choice.grammar(), file.path().name());
        if (kept.isPresent()) {
          extraction.found(item, extractedFile(file, choice, text, kept.get()));
        } else {
          parse(item, file, text);
        }
      }
    }
  }

  private void parse(int item, SourceFile file, SourceText text) {
    Choice choice = extraction.choice(item);
    String path = file.path().value();
    slot.enter(path, file.sizeBytes(), file.modifiedNanos());
    ParseOutcome outcome = parser.parse(choice.grammar(), text.bytes(), text.length(), limits);
    slot.leave();
    switch (outcome) {
      case ParseOutcome.BudgetExceeded(Duration budget) ->
          extraction.skipped(
              item, SkipReason.PARSE_BUDGET, "not parsed within " + budget.toMillis() + " ms");
      case ParseOutcome.Failed(String reason) ->
          extraction.skipped(item, SkipReason.PARSE_BUDGET, reason);
      case ParseOutcome.Parsed(SyntaxTree tree) -> {
        FactsExtractor extractor =
            extractors.computeIfAbsent(choice.grammar(), choice.language()::newExtractor);
        var facts = extractor.extract(tree, text.bytes(), text.length(), file.path().name());
        if (!text.isAscii()) {
          facts = facts.withOffsets(text::utf16Offset);
        }
        var taken =
            new CachedFacts(
                facts, PackedFacts.of(facts, packer), tree.errorCount() + tree.missingCount());
        cache.keep(
            text.longHash(), choice.language().id(), choice.grammar(), file.path().name(), taken);
        extraction.extracted(item, extractedFile(file, choice, text, taken));
      }
    }
  }

  private static ExtractedFile extractedFile(
      SourceFile file, Choice choice, SourceText text, CachedFacts taken) {
    return new ExtractedFile(
        new LinkUnit(file.path().value(), choice.language(), taken.packed(), taken.facts()),
        file,
        text.lines(),
        text.longHash(),
        text.length(),
        taken.syntaxErrors());
  }
}
