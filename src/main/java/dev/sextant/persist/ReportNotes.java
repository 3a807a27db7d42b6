package dev.sextant.persist;

import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildWork;
import dev.sextant.index.FileProblem;
import dev.sextant.source.SkipReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link BuildReport} as notes of a snapshot, and back.
 *
 * <p><b>Threads:</b> has no state.
 */
final class ReportNotes {
  private static final String SKIPPED = "skipped.";
  private static final String LANGUAGE = "language.";
  private static final String PROBLEM = "problem.";
  private static final String INCREMENTAL = "incremental";

  private ReportNotes() {}

  /** Adds the notes for {@code report} to {@code notes}. */
  static void write(BuildReport report, Map<String, String> notes) {
    put(notes, "files", report.files());
    put(notes, "lines", report.lines());
    put(notes, "bytes", report.bytes());
    put(notes, "symbols", report.symbols());
    put(notes, "occurrences", report.occurrences());
    put(notes, "references", report.references());
    put(notes, "unresolvedReferences", report.unresolvedReferences());
    put(notes, "droppedCandidates", report.droppedCandidates());
    put(notes, "filesWithSyntaxErrors", report.filesWithSyntaxErrors());
    put(notes, "filesExtracted", report.filesExtracted());
    put(notes, "filesFromCache", report.filesFromCache());
    put(notes, "filesLinked", report.work().filesLinked());
    put(notes, "referencesLinked", report.work().referencesLinked());
    notes.put(INCREMENTAL, Boolean.toString(report.work().incremental()));
    report.skipped().forEach((reason, count) -> put(notes, SKIPPED + reason.name(), count));
    report.filesByLanguage().forEach((language, count) -> put(notes, LANGUAGE + language, count));
    int number = 0;
    for (FileProblem problem : report.problems()) {
      String prefix = PROBLEM + number + ".";
      notes.put(prefix + "path", problem.path());
      notes.put(prefix + "reason", problem.reason());
      notes.put(prefix + "detail", problem.detail());
      number++;
    }
  }

  /**
   * The report that {@code notes} are of.
   *
   * <p><b>Errors:</b> {@link IllegalArgumentException} when they are of none.
   */
  static BuildReport read(Map<String, String> notes) {
    Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
    Map<String, Integer> languages = new HashMap<>();
    for (String name : notes.keySet()) {
      if (name.startsWith(SKIPPED)) {
        skipped.put(
            SkipReason.valueOf(name.substring(SKIPPED.length())), (int) number(notes, name));
      } else if (name.startsWith(LANGUAGE)) {
        languages.put(name.substring(LANGUAGE.length()), (int) number(notes, name));
      }
    }
    return new BuildReport(
        (int) number(notes, "files"),
        number(notes, "lines"),
        number(notes, "bytes"),
        (int) number(notes, "symbols"),
        number(notes, "occurrences"),
        number(notes, "references"),
        number(notes, "unresolvedReferences"),
        number(notes, "droppedCandidates"),
        (int) number(notes, "filesWithSyntaxErrors"),
        (int) number(notes, "filesExtracted"),
        (int) number(notes, "filesFromCache"),
        skipped,
        problems(notes),
        languages,
        new BuildWork(
            Boolean.parseBoolean(text(notes, INCREMENTAL)),
            (int) number(notes, "filesLinked"),
            number(notes, "referencesLinked")));
  }

  private static List<FileProblem> problems(Map<String, String> notes) {
    List<FileProblem> problems = new ArrayList<>();
    while (notes.containsKey(PROBLEM + problems.size() + ".path")) {
      String prefix = PROBLEM + problems.size() + ".";
      problems.add(
          new FileProblem(
              text(notes, prefix + "path"),
              text(notes, prefix + "reason"),
              text(notes, prefix + "detail")));
    }
    return problems;
  }

  private static void put(Map<String, String> notes, String name, long value) {
    notes.put(name, Long.toString(value));
  }

  private static long number(Map<String, String> notes, String name) {
    return Long.parseLong(text(notes, name));
  }

  private static String text(Map<String, String> notes, String name) {
    String text = notes.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the note " + name + " is missing");
    }
    return text;
  }
}
