package dev.sextant.index;

import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CacheSession;
import dev.sextant.index.cache.CachedFacts;
import dev.sextant.index.cache.WorkerCache;
import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.PackedFacts;
import dev.sextant.source.ContentHash;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceText;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseJournal;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.SyntaxParser;
import dev.sextant.syntax.SyntaxTree;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the facts of texts: from the cache, else by parsing them under the journal's eye.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FactsReading implements AutoCloseable {
  /** What came of a text. */
  sealed interface Outcome {
    /** Its facts were kept from before. */
    record Kept(CachedFacts facts) implements Outcome {}

    /** Its facts were taken now. */
    record Taken(CachedFacts facts) implements Outcome {}

    /** It has none. */
    record Refused(SkipReason reason, String detail) implements Outcome {}
  }

  private final FactsPacker packer = new FactsPacker();
  private final WorkerCache cache;
  private final ParseJournal.Slot slot;
  private final ParseLimits limits;
  private final SyntaxParser parser = SyntaxParser.open();
  private final Map<Grammar, FactsExtractor> extractors = new EnumMap<>(Grammar.class);

  /** The reading of worker number {@code worker}. */
  FactsReading(CacheSession cache, ParseJournal journal, int worker, Duration parseBudget) {
    this.cache = cache.worker(packer);
    this.slot = journal.slot(worker);
    this.limits =
        new ParseLimits(
            parseBudget,
            ParseLimits.STANDARD.maxBytes(),
            ParseLimits.STANDARD.maxNodes(),
            ParseLimits.STANDARD.parserBytes());
  }

  /**
   * The facts of {@code text}.
   *
   * @param path where it lies, which the journal keeps, with its {@code stamp}
   * @param fileName the name under which it is read
   */
  Outcome of(String path, long stamp, String fileName, Choice choice, SourceText text) {
    Optional<CachedFacts> kept =
        cache.find(text.longHash(), choice.language().id(), choice.grammar(), fileName);
    return kept.isPresent()
        ? new Outcome.Kept(kept.get())
        : parsed(path, stamp, fileName, choice, text);
  }

  /** What the cache has of a text with that content and file name. */
  Optional<PackedFacts> kept(ContentHash content, String fileName, Choice choice) {
    return cache.findPacked(content, choice.language().id(), choice.grammar(), fileName);
  }

  private Outcome parsed(String path, long stamp, String fileName, Choice choice, SourceText text) {
    slot.enter(path, text.length(), stamp);
    ParseOutcome outcome = parser.parse(choice.grammar(), text.bytes(), text.length(), limits);
    slot.leave();
    return switch (outcome) {
      case ParseOutcome.BudgetExceeded(Duration budget) ->
          new Outcome.Refused(
              SkipReason.PARSE_BUDGET, "not parsed within " + budget.toMillis() + " ms");
      case ParseOutcome.Failed(String reason) ->
          new Outcome.Refused(SkipReason.PARSE_BUDGET, reason);
      case ParseOutcome.Parsed(SyntaxTree tree) -> {
        FactsExtractor extractor =
            extractors.computeIfAbsent(choice.grammar(), choice.language()::newExtractor);
        var facts = extractor.extract(tree, text.bytes(), text.length(), fileName);
        if (!text.isAscii()) {
          facts = facts.withOffsets(text::utf16Offset);
        }
        var taken =
            new CachedFacts(
                facts, PackedFacts.of(facts, packer), tree.errorCount() + tree.missingCount());
        cache.keep(text.longHash(), choice.language().id(), choice.grammar(), fileName, taken);
        yield new Outcome.Taken(taken);
      }
    };
  }

  @Override
  public void close() {
    parser.close();
    packer.close();
  }
}
