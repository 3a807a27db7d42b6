package dev.sextant.index;

import dev.sextant.source.SkipReason;
import java.util.List;
import java.util.Map;

/** Stand-in. */
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
    Map<SkipReason, Integer> skipped,
    List<FileProblem> problems,
    Map<String, Integer> filesByLanguage) {}
