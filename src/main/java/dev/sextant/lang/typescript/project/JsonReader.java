package dev.sextant.lang.typescript.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON of configuration files: comments and commas before a closing bracket are allowed,
 * as the tools that own these files allow them.
 *
 * <p><b>Threads:</b> confined to its caller; used once.
 */
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value that {@code text} is.
   *
   * @throws MalformedJsonException when it is none
   */
  public static Json read(String text) throws MalformedJsonException {
    var reader = new JsonReader(text);
    reader.at = text.startsWith("\uFEFF") ? 1 : 0;
    Json value = reader.value();
    reader.space();
    if (reader.at < text.length()) {
      throw reader.unexpected("the end");
    }
    return value;
  }

  private Json value() throws MalformedJsonException {
    space();
    return switch (peek()) {
      case '{' -> table();
      case '[' -> array();
      case '"' -> new Json.Text(string());
      default -> word();
    };
  }

  private Json table() throws MalformedJsonException {
    enter();
    Map<String, Json> values = new LinkedHashMap<>();
    space();
    while (peek() != '}') {
      if (peek() != '"') {
        throw unexpected("a name in quotes");
      }
      String name = string();
      space();
      take(':');
      values.put(name, value());
      separator('}');
    }
    leave();
    return new Json.Table(values);
  }

  private Json array() throws MalformedJsonException {
    enter();
    List<Json> values = new ArrayList<>();
    space();
    while (peek() != ']') {
      values.add(value());
      separator(']');
    }
    leave();
    return new Json.Array(values);
  }

  private void enter() throws MalformedJsonException {
    at++;
    if (++depth > DEEPEST) {
      throw new MalformedJsonException("it is nested deeper than " + DEEPEST + " levels");
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  /** Goes on to the next value or to {@code end}. */
  private void separator(char end) throws MalformedJsonException {
    space();
    if (peek() == ',') {
      at++;
      space();
    } else if (peek() != end) {
      throw unexpected("a comma or " + end);
    }
  }

  private Json word() throws MalformedJsonException {
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("null")) {
      return Json.Other.NOTHING;
    }
    boolean number = !word.isEmpty() && (word.charAt(0) == '-' || isDigit(word.charAt(0)));
    if (number || word.equals("true") || word.equals("false")) {
      return Json.Other.PLAIN;
    }
    at = start;
    throw unexpected("a value");
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'E';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String string() throws MalformedJsonException {
    var value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw unexpected("the end of a text");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return value.toString();
  }

  private char escaped() throws MalformedJsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(peek(), 16);
          if (digit < 0) {
            throw unexpected("four hexadecimal digits");
          }
          value = 16 * value + digit;
          at++;
        }
        yield (char) value;
      }
      default -> throw unexpected("an escape that there is");
    };
  }

  private void take(char expected) throws MalformedJsonException {
    if (peek() != expected) {
      throw unexpected(String.valueOf(expected));
    }
    at++;
  }

  /** The next character, NUL at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void space() throws MalformedJsonException {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw unexpected("the end of a comment");
        }
        at = end + 2;
      } else if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }

  private MalformedJsonException unexpected(String wanted) {
    long line = text.substring(0, Math.min(at, text.length())).lines().count();
    return new MalformedJsonException("expected " + wanted + " in line " + Math.max(line, 1));
  }
}
