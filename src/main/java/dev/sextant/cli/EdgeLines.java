package dev.sextant.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.OccurrenceTable;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.graph.SymbolTable;
import dev.sextant.source.Position;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The edges of a graph as JSON lines: one object for each occurrence that is no import, in the
 * order of the graph.
 *
 * <p><b>Threads:</b> confined to the caller of {@link #write}.
 *
 * <p><b>Cost:</b> linear in the occurrences; nothing is kept.
 */
final class EdgeLines {
  private static final String TOP_LEVEL = "<file>";

  private final CodeGraph graph;
  private final SymbolTable symbols;
  private final JsonGenerator json;

  private EdgeLines(CodeGraph graph, JsonGenerator json) {
    this.graph = graph;
    this.symbols = graph.symbols();
    this.json = json;
  }

  /** Writes all edges of {@code graph}; neither flushes nor closes {@code to}. */
  static void write(CodeGraph graph, OutputStream to) throws IOException {
    JsonFactory factory = new JsonFactory();
    try (JsonGenerator json =
        factory.createGenerator(to).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      boolean any = new EdgeLines(graph, json).writeAll();
      if (any) {
        json.writeRaw('\n');
      }
    }
  }

  private boolean writeAll() throws IOException {
    OccurrenceTable occurrences = graph.occurrences();
    boolean any = false;
    for (int from = 0; from < symbols.count(); from++) {
      int end = occurrences.endOut(from);
      for (int occurrence = occurrences.firstOut(from); occurrence < end; occurrence++) {
        Role role = occurrences.role(occurrence);
        if (role != Role.IMPORT) {
          writeEdge(from, occurrence, kind(role));
          any = true;
        }
      }
    }
    return any;
  }

  private void writeEdge(int from, int occurrence, String kind) throws IOException {
    OccurrenceTable occurrences = graph.occurrences();
    int target = occurrences.target(occurrence);
    json.writeStartObject();
    json.writeStringField("kind", kind);
    writeEnd("from", from, sourceName(from));
    writeEnd("to", target, targetName(target));
    Position at = graph.files().lines(symbols.file(from)).position(occurrences.start(occurrence));
    json.writeObjectFieldStart("at");
    json.writeNumberField("line", at.line());
    json.writeNumberField("character", at.character());
    json.writeEndObject();
    json.writeStringField("evidence", occurrences.evidence(occurrence).wireName());
    json.writeEndObject();
  }

  private void writeEnd(String field, int symbol, String name) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("file", graph.files().path(symbols.file(symbol)));
    json.writeNumberField("line", symbols.namePosition(symbol).line());
    json.writeStringField("name", name);
    json.writeEndObject();
  }

  /** A callable goes by the name it is written with; one without goes by its class. */
  private String sourceName(int symbol) {
    if (symbols.kind(symbol) == SymbolKind.FILE) {
      return TOP_LEVEL;
    }
    String name = symbols.name(symbol);
    return name.startsWith("<") ? targetName(symbol) : name;
  }

  /** A constructor goes by the name of its class, whatever the language writes at its head. */
  private String targetName(int symbol) {
    return switch (symbols.kind(symbol)) {
      case FILE -> TOP_LEVEL;
      case CONSTRUCTOR -> symbols.name(symbols.container(symbol));
      default -> symbols.name(symbol);
    };
  }

  private static String kind(Role role) {
    return switch (role) {
      case CALL, METHOD_REFERENCE -> "call";
      case CONSTRUCT -> "new";
      case READ, WRITE, TYPE -> "ref";
      case IMPORT -> throw new IllegalArgumentException("imports are no edges");
    };
  }
}
