package dev.sextant.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.index.BuildReport;
import dev.sextant.index.FileProblem;
import dev.sextant.rebuild.PassTime;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What {@code sextant index} prints.
 *
 * @param build what was built
 * @param snapshotBytes the length of the file that keeps it; empty when it is not kept
 * @param peakBytes the most memory the process held
 */
record IndexSummary(LocalBuild build, OptionalLong snapshotBytes, OptionalLong peakBytes) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Lines for people. */
  String text() {
    BuildReport report = build.result().report();
    StringBuilder text = new StringBuilder();
    row(text, "files", "%,d".formatted(report.files()));
    new TreeMap<>(report.filesByLanguage())
        .forEach((language, count) -> row(text, "  " + language, "%,d".formatted(count)));
    row(text, "lines", "%,d".formatted(report.lines()));
    row(text, "symbols", "%,d".formatted(report.symbols()));
    row(text, "edges", "%,d".formatted(report.occurrences()));
    row(text, "references", "%,d".formatted(report.references()));
    row(text, "unresolved", "%,d".formatted(report.unresolvedReferences()));
    row(text, "extracted", "%,d files".formatted(report.filesExtracted()));
    row(text, "found in the cache", "%,d files".formatted(report.filesFromCache()));
    row(text, "with syntax errors", "%,d files".formatted(report.filesWithSyntaxErrors()));
    new TreeMap<>(report.skipped())
        .forEach(
            (reason, count) ->
                row(text, "skipped " + reason.wireName(), "%,d files".formatted(count)));
    for (PassTime pass : build.passes()) {
      row(text, pass.pass().wireName(), "%.2f s".formatted(seconds(pass.took())));
    }
    row(text, "total", "%.2f s".formatted(seconds(build.total())));
    row(text, "graph", ByteSize.text(build.result().graph().sizeBytes()));
    snapshotBytes.ifPresent(bytes -> row(text, "snapshot", ByteSize.text(bytes)));
    peakBytes.ifPresent(bytes -> row(text, "peak memory", ByteSize.text(bytes)));
    for (FileProblem problem : report.problems()) {
      text.append(
          "%s: %s%s%n"
              .formatted(
                  problem.path(),
                  problem.reason(),
                  problem.detail().isEmpty() ? "" : " (" + problem.detail() + ")"));
    }
    return text.toString();
  }

  /** One line of JSON. */
  String json() {
    BuildReport report = build.result().report();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("files", report.files())
        .put("lines", report.lines())
        .put("bytes", report.bytes())
        .put("symbols", report.symbols())
        .put("edges", report.occurrences())
        .put("references", report.references())
        .put("unresolvedReferences", report.unresolvedReferences())
        .put("droppedCandidates", report.droppedCandidates())
        .put("filesWithSyntaxErrors", report.filesWithSyntaxErrors())
        .put("filesExtracted", report.filesExtracted())
        .put("filesFromCache", report.filesFromCache());
    ObjectNode languages = node.putObject("filesByLanguage");
    new TreeMap<>(report.filesByLanguage()).forEach(languages::put);
    ObjectNode skipped = node.putObject("skipped");
    new TreeMap<>(report.skipped())
        .forEach((reason, count) -> skipped.put(reason.wireName(), count));
    ObjectNode passes = node.putObject("seconds");
    for (PassTime pass : build.passes()) {
      passes.put(pass.pass().wireName(), seconds(pass.took()));
    }
    node.put("totalSeconds", seconds(build.total()));
    node.put("graphBytes", build.result().graph().sizeBytes());
    snapshotBytes.ifPresent(bytes -> node.put("snapshotBytes", bytes));
    peakBytes.ifPresent(bytes -> node.put("peakMemoryBytes", bytes));
    return node + "\n";
  }

  private static double seconds(Duration took) {
    return took.toNanos() / NANOS_PER_SECOND;
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-22s %s%n", name, value));
  }
}
