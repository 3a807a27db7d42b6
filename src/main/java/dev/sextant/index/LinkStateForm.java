package dev.sextant.index;

import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.PackedFacts;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.resolve.NumberCursor;
import dev.sextant.resolve.NumberRows;
import dev.sextant.resolve.QuestionKeys;
import dev.sextant.resolve.Questions;
import dev.sextant.resolve.UnitNames;
import dev.sextant.source.ContentHash;
import dev.sextant.source.SourceFile;
import dev.sextant.source.SourcePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a build leaves for the next one, as bytes.
 *
 * <p><b>Shape:</b> the format, the extractors, the libraries, the build files; the keys of
 * questions; the names that files declare; then for each file of the graph what it declares, asked,
 * and how it was met. What the graph has itself is not repeated.
 *
 * <p>Has no state.
 */
final class LinkStateForm {
  /** Grows with every change of the shape, or of what is meant by it. */
  private static final int FORMAT = 2;

  private LinkStateForm() {}

  static byte[] write(LinkState state, String extractors) {
    var rows = new NumberRows();
    rows.add(FORMAT);
    rows.addText(extractors);
    rows.addLong(state.libraryFingerprint());
    state.buildFiles().write(rows);
    rows.add(state.names().atFirst());
    long[] keys = state.names().keys().toArray();
    rows.add(keys.length);
    for (long key : keys) {
      rows.addLong(key);
    }
    var texts = new NameTexts(state.names().names());
    var files = new NumberRows();
    for (LinkedFile file : state.files()) {
      write(file, texts, files);
    }
    texts.write(rows);
    rows.add(state.files().size());
    rows.addBytes(files.toBytes());
    return rows.toBytes();
  }

  private static void write(LinkedFile file, NameTexts texts, NumberRows rows) {
    file.names().write(rows, texts::number);
    rows.addBytes(file.questions().packed());
    rows.add(file.references());
    ExtractedFile extracted = file.file();
    rows.addLong(extracted.contentHash().high());
    rows.addLong(extracted.contentHash().low());
    rows.addLong(extracted.listed().sizeBytes());
    rows.addLong(extracted.listed().modifiedNanos());
  }

  /** Reads it again; empty when it is of another format, of other extractors or another graph. */
  static Optional<LinkState> read(CodeGraph graph, byte[] bytes, String extractors) {
    try {
      var from = new NumberCursor(bytes);
      if (from.number() != FORMAT || !from.text().equals(extractors)) {
        return Optional.empty();
      }
      return read(graph, from);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notWrittenByUs) {
      return Optional.empty();
    }
  }

  private static Optional<LinkState> read(CodeGraph graph, NumberCursor from) {
    long libraries = from.longNumber();
    BuildFiles buildFiles = BuildFiles.read(from);
    int namesAtFirst = from.number();
    long[] keys = new long[from.count()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = from.longNumber();
    }
    var names = new StringInterner();
    int[] ids = NameTexts.read(from, names);
    int count = from.number();
    if (count != graph.files().count()) {
      return Optional.empty();
    }
    var rows = new NumberCursor(from.bytes());
    // The next build knows what the projects of scripts say.
    var languages = new Languages(ScriptProjects.NONE);
    List<LinkedFile> files = new ArrayList<>(count);
    for (int file = 0; file < count; file++) {
      Optional<LanguageSupport> language = languages.withId(graph.files().language(file));
      if (language.isEmpty()) {
        return Optional.empty();
      }
      String path = graph.files().path(file);
      UnitNames declared = UnitNames.read(path, language.get(), rows, ids, names);
      Questions questions = Questions.unpacked(rows.bytes(), keys.length);
      int references = rows.number();
      var unit = new LinkUnit(path, language.get(), PackedFacts.NONE, null);
      files.add(
          new LinkedFile(extracted(graph, file, unit, rows), declared, questions, references));
    }
    return Optional.of(
        new LinkState(
            graph,
            new LinkNames(names, QuestionKeys.of(keys), namesAtFirst),
            files,
            libraries,
            buildFiles));
  }

  private static ExtractedFile extracted(
      CodeGraph graph, int file, LinkUnit unit, NumberCursor rows) {
    var content = new ContentHash(rows.longNumber(), rows.longNumber());
    var listed = new SourceFile(new SourcePath(unit.path()), rows.longNumber(), rows.longNumber());
    return new ExtractedFile(
        unit,
        listed,
        graph.files().lines(file),
        content,
        graph.files().sizeBytes(file),
        graph.files().counts(file).syntaxErrors());
  }

  /** Numbers names as they are met, and writes their texts. */
  private static final class NameTexts {
    private final StringInterner names;
    private final int[] numbers;
    private int[] ids = new int[1024];
    private int count;

    NameTexts(StringInterner names) {
      this.names = names;
      numbers = new int[names.count()];
      Arrays.fill(numbers, -1);
    }

    int number(int id) {
      if (numbers[id] < 0) {
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count] = id;
        numbers[id] = count++;
      }
      return numbers[id];
    }

    void write(NumberRows rows) {
      rows.add(count);
      for (int number = 0; number < count; number++) {
        rows.addText(names.get(ids[number]));
      }
    }

    static int[] read(NumberCursor from, StringInterner names) {
      int[] ids = new int[from.count()];
      for (int number = 0; number < ids.length; number++) {
        ids[number] = names.intern(from.text());
      }
      return ids;
    }
  }
}
