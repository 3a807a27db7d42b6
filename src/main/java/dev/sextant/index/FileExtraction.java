package dev.sextant.index;

import dev.sextant.index.Languages.Choice;
import dev.sextant.index.cache.CachedFacts;
import dev.sextant.lang.PackedFacts;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourceReader;
import dev.sextant.source.SourceText;
import dev.sextant.syntax.Quarantine;
import java.util.Optional;

/**
 * One worker's extraction: reads a file; unless the cache has its facts, parses it under the
 * journal's eye and takes them.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FileExtraction implements ItemWork {
  private final Extraction extraction;
  private final SourceReader reader;
  private final Quarantine quarantine;
  private final FactsReading facts;
  private final int[] items;

  /** Extracts those of {@code items} that it is given the positions of. */
  FileExtraction(
      Extraction extraction,
      SourceReader reader,
      Quarantine quarantine,
      FactsReading facts,
      int[] items) {
    this.extraction = extraction;
    this.reader = reader;
    this.quarantine = quarantine;
    this.facts = facts;
    this.items = items;
  }

  @Override
  public void run(int position) {
    extract(items[position]);
  }

  private void extract(int item) {
    SourceFile file = extraction.file(item);
    Optional<PackedFacts> known =
        extraction
            .contentBefore(item)
            .flatMap(content -> facts.kept(content, file.path().name(), extraction.choice(item)));
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
        switch (facts.of(path, file.modifiedNanos(), file.path().name(), choice, text)) {
          case FactsReading.Outcome.Kept(CachedFacts kept) ->
              extraction.found(item, extractedFile(file, choice, text, kept));
          case FactsReading.Outcome.Taken(CachedFacts taken) ->
              extraction.extracted(item, extractedFile(file, choice, text, taken));
          case FactsReading.Outcome.Refused(SkipReason reason, String detail) ->
              extraction.skipped(item, reason, detail);
        }
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

  @Override
  public void close() {
    facts.close();
  }
}
