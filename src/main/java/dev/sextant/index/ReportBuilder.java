package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkCounts;
import dev.sextant.index.Extraction.Skip;
import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
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

  static long references(Declarations declarations) {
    long count = 0;
    for (int file = 0; file < declarations.fileCount(); file++) {
      FileFacts facts = declarations.facts(file);
      for (int node = 0; node < facts.nodeCount(); node++) {
        count += facts.isReference(node) ? 1 : 0;
      }
    }
    return count;
  }

  static BuildReport report(
      Extraction extraction,
      List<FileBlock> blocks,
      CodeGraph graph,
      long references,
      List<FileProblem> others) {
    Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    List<FileProblem> problems = new ArrayList<>(others);
    problems.addAll(extraction.cacheProblems());
    for (Skip skip : extraction.skipped()) {
      skipped.merge(skip.reason(), 1, Integer::sum);
      problems.add(new FileProblem(skip.path(), skip.reason().wireName(), skip.detail()));
    }
    Map<String, Integer> languages = new TreeMap<>();
    long lines = 0;
    long bytes = 0;
    long unresolved = 0;
    long dropped = 0;
    int withErrors = 0;
    for (FileBlock block : blocks) {
      LinkCounts counts = block.counts();
      languages.merge(block.language(), 1, Integer::sum);
      lines += block.lines().lineCount();
      bytes += block.sizeBytes();
      unresolved += counts.unresolvedReferences();
      dropped += counts.droppedCandidates();
      if (counts.syntaxErrors() > 0) {
        withErrors++;
        problems.add(
            new FileProblem(
                block.path(), "syntaxErrors", counts.syntaxErrors() + " places do not parse"));
      }
    }
    problems.sort(Comparator.comparing(FileProblem::path));
    return new BuildReport(
        blocks.size(),
        lines,
        bytes,
        graph.symbols().count(),
        graph.occurrences().count(),
        references,
        unresolved,
        dropped,
        withErrors,
        blocks.size() - extraction.fromCache(),
        extraction.fromCache(),
        skipped,
        problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())),
        languages);
  }
}
