package dev.sextant.rpc;

import java.util.List;

/** The closed set of types a parameter can be declared with. */
public sealed interface ParameterType {

  /** Text of {@code minLength} to {@code maxLength} UTF-16 units. */
  record Text(int minLength, int maxLength) implements ParameterType {}

  /** An integer from {@code min} to {@code max}, both included. */
  record IntegerRange(long min, long max) implements ParameterType {}

  /** True or false. */
  record Flag() implements ParameterType {}

  /** One of a few words. */
  record Choice(List<String> words) implements ParameterType {
    /** Copies the words. */
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** An array of at most {@code maxItems} items of one type. */
  record ListOf(ParameterType item, int maxItems) implements ParameterType {}

  /** An object with declared members. */
  record Structure(Parameters members) implements ParameterType {}

  /** The id of a request: a string, an integer or null. */
  record Identifier() implements ParameterType {}

  /** Non-empty text of a length that names and paths have. */
  static ParameterType text() {
    return new Text(1, 4096);
  }

  /** An integer from {@code min} to {@code max}, both included. */
  static ParameterType integer(long min, long max) {
    return new IntegerRange(min, max);
  }

  /** True or false. */
  static ParameterType flag() {
    return new Flag();
  }

  /** One of {@code words}. */
  static ParameterType choice(String... words) {
    return new Choice(List.of(words));
  }

  /** A list of at most {@code maxItems} of {@code item}. */
  static ParameterType listOf(ParameterType item, int maxItems) {
    return new ListOf(item, maxItems);
  }

  /** An object with the members given. */
  static ParameterType structure(Parameters members) {
    return new Structure(members);
  }

  /** What a value of this type is, as a phrase for error messages. */
  default String expected() {
    return switch (this) {
      case Text text ->
          "a string of %d to %d characters".formatted(text.minLength(), text.maxLength());
      case IntegerRange range -> "an integer from %d to %d".formatted(range.min(), range.max());
      case Flag _ -> "true or false";
      case Choice choice -> "one of " + String.join(", ", choice.words());
      case ListOf list -> "a list of at most %d items".formatted(list.maxItems());
      case Structure structure ->
          "an object with " + String.join(", ", structure.members().names());
      case Identifier _ -> "a string, an integer or null";
    };
  }
}
