package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileTable;
import dev.sextant.graph.LinkCounts;
import dev.sextant.index.Extraction.Skip;
import dev.sextant.source.SkipReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the {@link BuildReport} of a build. Stateless. */
final class ReportBuilder {
  private static final int MAX_PROBLEMS = 100;

  private ReportBuilder() {}

  static BuildReport report(
      Extraction extraction,
      List<LinkedFile> files,
      CodeGraph graph,
      BuildWork work,
      List<FileProblem> others) {
    Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    List<FileProblem> problems = new ArrayList<>(others);
    problems.addAll(extraction.problems());
    for (Skip skip : extraction.skipped()) {
      skipped.merge(skip.reason(), 1, Integer::sum);
      problems.add(new FileProblem(skip.path(), skip.reason().wireName(), skip.detail()));
    }
    Map<String, Integer> languages = new TreeMap<>();
    long bytes = 0;
    long unresolved = 0;
    long dropped = 0;
    int withErrors = 0;
    long references = 0;
    FileTable table = graph.files();
    for (int file = 0; file < files.size(); file++) {
      references += files.get(file).references();
      LinkCounts counts = table.counts(file);
      languages.merge(table.language(file), 1, Integer::sum);
      bytes += table.sizeBytes(file);
      unresolved += counts.unresolvedReferences();
      dropped += counts.droppedCandidates();
      if (counts.syntaxErrors() > 0) {
        withErrors++;
        problems.add(
            new FileProblem(
                table.path(file), "syntaxErrors", counts.syntaxErrors() + " places do not parse"));
      }
    }
    problems.sort(Comparator.comparing(FileProblem::path));
    return new BuildReport(
        files.size(),
        table.lineCount(),
        bytes,
        graph.symbols().count(),
        graph.occurrences().count(),
        references,
        unresolved,
        dropped,
        withErrors,
        extraction.parsedCount(),
        extraction.fromCache(),
        skipped,
        problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())),
        languages,
        work);
  }
}
