package dev.sextant.accuracy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Edges and keys as JSON lines. */
final class JsonLines {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLines() {}

  /** The edges in {@code file}, as any tool may have exported them. */
  static List<Edge> edges(Path file) throws IOException {
    List<Edge> edges = new ArrayList<>();
    for (Map<String, String> line : lines(file)) {
      edges.add(edge(line));
    }
    return edges;
  }

  /** The key that {@link #write} wrote. */
  static AnswerKey key(Path file) throws IOException {
    var files = new TreeSet<String>();
    List<Declared> declared = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    List<Silence> silences = new ArrayList<>();
    for (Map<String, String> line : lines(file)) {
      if (line.containsKey("source")) {
        files.add(text(line, "source"));
      } else if (line.containsKey("declares")) {
        declared.add(new Declared(place(line, "at"), text(line, "declares"), text(line, "owner")));
      } else if (line.containsKey("cause")) {
        silences.add(
            new Silence(
                text(line, "kind"),
                site(line, text(line, "file")),
                Silence.Cause.valueOf(text(line, "cause")),
                text(line, "what")));
      } else {
        edges.add(edge(line));
      }
    }
    return new AnswerKey(files, declared, edges, silences);
  }

  /** Writes {@code key}; its edges are lines like the exported ones, with one more field. */
  static void write(AnswerKey key, Path file) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(file);
        JsonGenerator json = FACTORY.createGenerator(to)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (String source : new TreeSet<>(key.files())) {
        json.writeStartObject();
        json.writeStringField("source", source);
        json.writeEndObject();
      }
      for (Declared one : key.declared()) {
        json.writeStartObject();
        json.writeStringField("declares", one.kind());
        json.writeStringField("owner", one.owner());
        place(json, "at", one.place());
        json.writeEndObject();
      }
      for (Edge edge : key.edges()) {
        edge(json, edge);
      }
      for (Silence silence : key.silences()) {
        json.writeStartObject();
        json.writeStringField("kind", silence.kind());
        json.writeStringField("cause", silence.cause().name());
        json.writeStringField("what", silence.what());
        json.writeStringField("file", silence.at().file());
        site(json, silence.at());
        json.writeEndObject();
      }
    }
  }

  private static void edge(JsonGenerator json, Edge edge) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", edge.kind());
    place(json, "from", edge.from());
    place(json, "to", edge.to());
    site(json, edge.at());
    json.writeStringField("evidence", edge.evidence());
    if (edge.shape().isPresent()) {
      json.writeStringField("shape", edge.shape().get());
    }
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String field, Place place) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("file", place.file());
    json.writeNumberField("line", place.line());
    json.writeStringField("name", place.name());
    json.writeEndObject();
  }

  private static void site(JsonGenerator json, Site at) throws IOException {
    json.writeObjectFieldStart("at");
    json.writeNumberField("line", at.line());
    json.writeNumberField("character", at.character());
    json.writeEndObject();
  }

  private static Edge edge(Map<String, String> line) {
    return new Edge(
        text(line, "kind"),
        place(line, "from"),
        place(line, "to"),
        site(line, text(line, "from.file")),
        text(line, "evidence"),
        Optional.ofNullable(line.get("shape")));
  }

  private static Place place(Map<String, String> line, String end) {
    return new Place(
        text(line, end + ".file"),
        Integer.parseInt(text(line, end + ".line")),
        text(line, end + ".name"));
  }

  private static Site site(Map<String, String> line, String file) {
    return new Site(
        file,
        Integer.parseInt(text(line, "at.line")),
        Integer.parseInt(text(line, "at.character")));
  }

  private static String text(Map<String, String> line, String field) {
    String value = line.get(field);
    if (value == null) {
      throw new IllegalArgumentException("a line lacks the field " + field + ": " + line);
    }
    return value;
  }

  /** Each object as its fields, those of an inner object with its name and a dot in front. */
  private static List<Map<String, String>> lines(Path file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file);
        JsonParser json = FACTORY.createParser(reader)) {
      Map<String, String> line = new HashMap<>();
      String prefix = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        String name = json.currentName();
        switch (token) {
          case START_OBJECT -> prefix = name == null ? "" : name + ".";
          case END_OBJECT -> {
            if (prefix.isEmpty()) {
              lines.add(line);
              line = new HashMap<>();
            }
            prefix = "";
          }
          case VALUE_STRING, VALUE_NUMBER_INT -> line.put((prefix + name).intern(), json.getText());
          default -> {}
        }
      }
    }
    return lines;
  }
}
