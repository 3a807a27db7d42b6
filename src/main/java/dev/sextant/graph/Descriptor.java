package dev.sextant.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a public symbol id, as written: names and disambiguators without their backticks,
 * ranks still in them.
 *
 * @param disambiguator empty for every form but {@link DescriptorForm#METHOD}, and for most methods
 */
record Descriptor(DescriptorForm form, String name, String disambiguator) {

  /** Appends the text of this part. */
  void appendTo(StringBuilder text) {
    appendName(text, name);
    if (form == DescriptorForm.METHOD) {
      text.append('(');
      if (!disambiguator.isEmpty()) {
        appendName(text, disambiguator);
      }
    }
    text.append(form.suffix());
  }

  /** The parts of {@code text}; empty when it is not a sequence of parts. */
  static List<Descriptor> parse(String text) {
    var parts = new ArrayList<Descriptor>();
    var reader = new Reader(text);
    while (!reader.atEnd()) {
      Optional<Descriptor> part = reader.next();
      if (part.isEmpty()) {
        return List.of();
      }
      parts.add(part.get());
    }
    return parts;
  }

  /**
   * Appends {@code name} as an identifier of the grammar: as it is, or between backticks with those
   * inside doubled.
   */
  static void appendName(StringBuilder text, String name) {
    if (isSimple(name)) {
      text.append(name);
    } else {
      text.append('`').append(name.replace("`", "``")).append('`');
    }
  }

  private static boolean isSimple(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isSimple(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isSimple(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || unit == '_'
        || unit == '+'
        || unit == '-'
        || unit == '$';
  }

  /** Reads one part after another; a part that breaks the grammar ends the reading. */
  private static final class Reader {
    private static final List<DescriptorForm> SUFFIX_ONLY =
        List.of(DescriptorForm.NAMESPACE, DescriptorForm.TYPE, DescriptorForm.TERM);

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean atEnd() {
      return at == text.length();
    }

    Optional<Descriptor> next() {
      String name = name();
      if (at >= 0 && text.startsWith("(", at)) {
        at++;
        String disambiguator = text.startsWith(")", at) ? "" : name();
        return part(DescriptorForm.METHOD, name, disambiguator);
      }
      for (DescriptorForm form : SUFFIX_ONLY) {
        if (at >= 0 && text.startsWith(form.suffix(), at)) {
          return part(form, name, "");
        }
      }
      return Optional.empty();
    }

    private Optional<Descriptor> part(DescriptorForm form, String name, String disambiguator) {
      if (at < 0 || !text.startsWith(form.suffix(), at)) {
        return Optional.empty();
      }
      at += form.suffix().length();
      return Optional.of(new Descriptor(form, name, disambiguator));
    }

    /** The identifier here; sets {@code at} to -1 when there is none. */
    private String name() {
      if (!text.startsWith("`", at)) {
        int from = at;
        while (at < text.length() && isSimple(text.charAt(at))) {
          at++;
        }
        String name = text.substring(from, at);
        at = name.isEmpty() ? -1 : at;
        return name;
      }
      var name = new StringBuilder();
      for (int i = at + 1; i < text.length(); i++) {
        if (text.charAt(i) == '`') {
          if (!text.startsWith("`", i + 1)) {
            at = i + 1;
            return name.toString();
          }
          i++;
        }
        name.append(text.charAt(i));
      }
      at = -1;
      return "";
    }
  }
}
