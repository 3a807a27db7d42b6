package dev.sextant.index;

import dev.sextant.source.SkipReason;
import java.util.List;
import java.util.Map;

/**
 * What one build read and made.
 *
 * @param files files in the graph
 * @param lines lines of those files
 * @param bytes bytes of those files
 * @param symbols symbols in the graph
 * @param occurrences edges in the graph: references with their targets
 * @param references references seen, resolved or not
 * @param unresolvedReferences references without a target in the workspace
 * @param droppedCandidates targets left out because too many shared the name
 * @param filesWithSyntaxErrors files that did not parse cleanly; what could be read is in the graph
 * @param filesExtracted files that were parsed
 * @param filesFromCache files whose facts were kept from an earlier build, here or elsewhere
 * @param skipped files left out, by reason
 * @param problems the first of the files that were skipped or have syntax errors, in path order
 * @param filesByLanguage files in the graph by language id
 * @param work how much was done for it
 */
public record BuildReport(
    int files,
    long lines,
    long bytes,
    int symbols,
    long occurrences,
    long references,
    long unresolvedReferences,
    long droppedCandidates,
    int filesWithSyntaxErrors,
    int filesExtracted,
    int filesFromCache,
    Map<SkipReason, Integer> skipped,
    List<FileProblem> problems,
    Map<String, Integer> filesByLanguage,
    BuildWork work) {
  /** Copies what can change. */
  public BuildReport {
    skipped = Map.copyOf(skipped);
    problems = List.copyOf(problems);
    filesByLanguage = Map.copyOf(filesByLanguage);
  }
}
