package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a configuration file, asked for without knowing what it is. Immutable. */
public sealed interface Json {
  /** A text. */
  record Text(String value) implements Json {}

  /** Values in order. */
  record Array(List<Json> values) implements Json {
    /** Keeps its own copy. */
    public Array {
      values = List.copyOf(values);
    }
  }

  /** Values by name, in the order in which they are written. */
  record Table(Map<String, Json> values) implements Json {
    /** Keeps its own copy. */
    public Table {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** A number, a truth value or nothing: what no question here is about. */
  enum Other implements Json {
    /** The word {@code null}. */
    NOTHING,
    /** A number or a truth value. */
    PLAIN
  }

  /** The value of that name; empty when there is none, or this is no table. */
  default Optional<Json> at(String name) {
    return this instanceof Table(var values) ? Optional.ofNullable(values.get(name)) : none();
  }

  /** The text of that name; empty when there is none, or it is no text. */
  default Optional<String> text(String name) {
    return at(name).flatMap(Json::text);
  }

  /** The text that this is, if it is one. */
  default Optional<String> text() {
    return this instanceof Text(String value) ? Optional.of(value) : Optional.empty();
  }

  /** The values by name; none when this is no table. */
  default Map<String, Json> table() {
    return this instanceof Table(var values) ? values : Map.of();
  }

  /** The texts in this array, or this text alone; what is neither is left out. */
  default List<String> texts() {
    List<String> found = new ArrayList<>();
    if (this instanceof Array(var values)) {
      values.forEach(value -> value.text().ifPresent(found::add));
    } else {
      text().ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Json> none() {
    return Optional.empty();
  }
}
