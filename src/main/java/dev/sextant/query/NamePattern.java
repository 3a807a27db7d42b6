package dev.sextant.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A written name taken apart: {@code ArrayList.grow(int)} has the segments {@code ArrayList},
 * {@code grow} and one parameter.
 *
 * @param text the name as written, without parameters
 * @param segments the parts between the dots
 * @param parameters the parameter types, when a list was written
 */
record NamePattern(String text, List<String> segments, Optional<List<String>> parameters) {
  private static final Pattern OTHER_SEPARATOR = Pattern.compile("(?<=[^.#:])(?:#|::)(?=[^.#:])");
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<[^<>]*>");

  static NamePattern parse(String written) {
    String text = written.strip();
    int open = text.indexOf('(');
    Optional<List<String>> parameters = Optional.empty();
    if (open > 0 && text.endsWith(")")) {
      parameters = Optional.of(types(text.substring(open + 1, text.length() - 1)));
      text = text.substring(0, open);
    }
    String dotted = OTHER_SEPARATOR.matcher(text).replaceAll(".");
    return new NamePattern(text, List.of(dotted.split("\\.", -1)), parameters);
  }

  String lastSegment() {
    return segments.getLast();
  }

  /**
   * Whether the parameters are those that {@code disambiguator} lists; always true when none were
   * written.
   */
  boolean fitsParameters(String disambiguator) {
    if (parameters.isEmpty()) {
      return true;
    }
    List<String> wanted = parameters.get();
    List<String> present = types(disambiguator);
    boolean fits = wanted.size() == present.size();
    for (int i = 0; fits && i < wanted.size(); i++) {
      fits = isSameType(wanted.get(i), present.get(i));
    }
    return fits;
  }

  /** Whether the segments end the chain {@code chain}. */
  boolean endsChain(List<String> chain) {
    int offset = chain.size() - segments.size();
    return offset >= 0 && chain.subList(offset, chain.size()).equals(segments);
  }

  /** One type may be written with its package and the other without. */
  private static boolean isSameType(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private static List<String> types(String list) {
    String plain = list;
    for (String before = ""; !before.equals(plain); ) {
      before = plain;
      plain = TYPE_ARGUMENTS.matcher(plain).replaceAll("");
    }
    plain = plain.replaceAll("\\s", "");
    return plain.isEmpty() ? List.of() : List.of(plain.split(",", -1));
  }
}
