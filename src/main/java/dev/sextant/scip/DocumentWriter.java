package dev.sextant.scip;

import com.google.protobuf.CodedOutputStream;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.OccurrenceTable;
import dev.sextant.graph.SymbolTable;
import dev.sextant.source.LineTable;
import dev.sextant.source.Range;
import java.io.IOException;
import java.util.Arrays;

/**
 * The documents of an index: the files of a graph, each with its definitions and references in the
 * order of the source, and what is to be said of its symbols.
 *
 * <p><b>Threads:</b> confined to its creating thread; keeps buffers from one file to the next.
 */
final class DocumentWriter {
  private final CodeGraph graph;
  private final SymbolTable symbols;
  private final OccurrenceTable occurrences;
  private final MessageBuffer document = new MessageBuffer();
  private final MessageBuffer part = new MessageBuffer();
  private final MessageBuffer relationship = new MessageBuffer();

  DocumentWriter(CodeGraph graph) {
    this.graph = graph;
    symbols = graph.symbols();
    occurrences = graph.occurrences();
  }

  /** Writes one file as a document of an index. */
  void write(int file, CodedOutputStream to) throws IOException {
    String path = graph.files().path(file);
    document.text(ScipFields.DOCUMENT_RELATIVE_PATH, path);
    document.text(ScipFields.DOCUMENT_LANGUAGE, Terms.language(graph.files().language(file), path));
    document.number(ScipFields.DOCUMENT_POSITION_ENCODING, ScipFields.POSITIONS_IN_UTF16);
    int first = graph.files().firstSymbol(file);
    int end = graph.files().endSymbol(file);
    writeOccurrences(first, end, graph.files().lines(file));
    for (int symbol = first; symbol < end; symbol++) {
      writeSymbol(symbol);
    }
    document.moveTo(to, ScipFields.INDEX_DOCUMENTS);
  }

  private void writeOccurrences(int first, int end, LineTable lines) throws IOException {
    long[] places = places(first, end);
    int definitions = end - first;
    int base = occurrences.firstOut(first);
    for (int i = 0; i < places.length; i++) {
      int entry = (int) places[i];
      if (entry < definitions) {
        writeDefinition(first + entry, lines);
        continue;
      }
      int occurrence = base + entry - definitions;
      int roles = Terms.roles(occurrences.role(occurrence));
      // What is both read and written is two occurrences of a graph, and one of the protocol.
      while (i + 1 < places.length && isSameUse(occurrence, places[i + 1], base - definitions)) {
        i++;
        roles |= Terms.roles(occurrences.role(base + (int) places[i] - definitions));
      }
      writeReference(occurrence, roles, lines);
    }
  }

  /**
   * {@code start << 32 | entry}, ascending: the entries are the symbols and then the occurrences of
   * a file, counted from 0.
   */
  private long[] places(int first, int end) {
    int base = occurrences.firstOut(first);
    int last = occurrences.endOut(end - 1);
    var places = new long[end - first + last - base];
    int count = 0;
    for (int symbol = first; symbol < end; symbol++) {
      places[count] = (long) symbols.nameStart(symbol) << 32 | count;
      count++;
    }
    for (int occurrence = base; occurrence < last; occurrence++) {
      // The protocol has no word for a guess: what it says is taken as certain.
      if (occurrences.evidence(occurrence) != Evidence.NAMED) {
        int entry = end - first + occurrence - base;
        places[count++] = (long) occurrences.start(occurrence) << 32 | entry;
      }
    }
    Arrays.sort(places, 0, count);
    return Arrays.copyOf(places, count);
  }

  private boolean isSameUse(int occurrence, long place, int offset) {
    int other = (int) place + offset;
    return (int) (place >>> 32) == occurrences.start(occurrence)
        && occurrences.end(other) == occurrences.end(occurrence)
        && occurrences.target(other) == occurrences.target(occurrence);
  }

  private void writeDefinition(int symbol, LineTable lines) throws IOException {
    writePlace(
        ScipFields.OCCURRENCE_RANGE,
        lines.range(symbols.nameStart(symbol), symbols.nameEnd(symbol)));
    part.text(ScipFields.OCCURRENCE_SYMBOL, text(symbol));
    part.number(ScipFields.OCCURRENCE_SYMBOL_ROLES, ScipFields.ROLE_DEFINITION);
    writePlace(
        ScipFields.OCCURRENCE_ENCLOSING_RANGE,
        lines.range(symbols.start(symbol), symbols.end(symbol)));
    document.message(ScipFields.DOCUMENT_OCCURRENCES, part);
  }

  private void writeReference(int occurrence, int roles, LineTable lines) throws IOException {
    writePlace(
        ScipFields.OCCURRENCE_RANGE,
        lines.range(occurrences.start(occurrence), occurrences.end(occurrence)));
    part.text(ScipFields.OCCURRENCE_SYMBOL, text(occurrences.target(occurrence)));
    part.number(ScipFields.OCCURRENCE_SYMBOL_ROLES, roles);
    document.message(ScipFields.DOCUMENT_OCCURRENCES, part);
  }

  private void writePlace(int field, Range range) throws IOException {
    int line = range.start().line();
    if (line == range.end().line()) {
      part.numbers(field, line, range.start().character(), range.end().character());
    } else {
      part.numbers(
          field, line, range.start().character(), range.end().line(), range.end().character());
    }
  }

  private void writeSymbol(int symbol) throws IOException {
    part.text(ScipFields.SYMBOL_INFORMATION_SYMBOL, text(symbol));
    for (int supertype : graph.supertypes().supertypes(symbol)) {
      relationship.text(ScipFields.RELATIONSHIP_SYMBOL, text(supertype));
      if (!symbols.kind(symbol).isType()) {
        // A call of what a method overrides may be one of the method.
        relationship.flag(ScipFields.RELATIONSHIP_IS_REFERENCE);
      }
      relationship.flag(ScipFields.RELATIONSHIP_IS_IMPLEMENTATION);
      part.message(ScipFields.SYMBOL_INFORMATION_RELATIONSHIPS, relationship);
    }
    part.number(
        ScipFields.SYMBOL_INFORMATION_KIND,
        Terms.kind(symbols.kind(symbol), symbols.modifiers(symbol)));
    part.text(ScipFields.SYMBOL_INFORMATION_DISPLAY_NAME, symbols.name(symbol));
    document.message(ScipFields.DOCUMENT_SYMBOLS, part);
  }

  private String text(int symbol) {
    return SymbolText.of(graph.ids().render(symbol));
  }
}
