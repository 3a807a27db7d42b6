package dev.sextant.index.classpath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that <code>${...}</code> stands for in a project file.
 *
 * <p><b>Threads:</b> confined to its owner.
 */
final class Interpolation {
  private static final int DEEPEST = 20;
  private static final int LONGEST = 1_000;
  private static final int MOST_VALUES = 1_000;

  private final Map<String, String> values;
  private int left;

  private Interpolation(Map<String, String> values) {
    this.values = values;
  }

  /** The values of a project, by itself and its ancestors, itself first. */
  static Interpolation of(List<Pom> lineage) {
    Map<String, String> values = new HashMap<>();
    for (Pom pom : lineage.reversed()) {
      values.putAll(pom.properties());
    }
    Pom pom = lineage.getFirst();
    String group = "";
    String version = "";
    for (Pom one : lineage) {
      group = group.isEmpty() ? one.effectiveGroup() : group;
      version = version.isEmpty() ? one.effectiveVersion() : version;
    }
    for (String prefix : List.of("project.", "pom.", "")) {
      values.putIfAbsent(prefix + "groupId", group);
      values.putIfAbsent(prefix + "artifactId", pom.artifact());
      values.putIfAbsent(prefix + "version", version);
      if (pom.parent().isPresent()) {
        values.putIfAbsent(prefix + "parent.groupId", pom.parent().get().group());
        values.putIfAbsent(prefix + "parent.artifactId", pom.parent().get().artifact());
        values.putIfAbsent(prefix + "parent.version", pom.parent().get().version());
      }
    }
    return new Interpolation(values);
  }

  /** The text with every known value in its place; unknown ones stay as they are written. */
  String in(String text) {
    left = MOST_VALUES;
    return in(text, 0);
  }

  private String in(String text, int depth) {
    int start = text.indexOf("${");
    if (start < 0 || depth == DEEPEST || text.length() > LONGEST) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int done = 0;
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0 || --left < 0) {
        break;
      }
      String value = values.get(text.substring(start + 2, end));
      result.append(text, done, start);
      result.append(value == null ? text.substring(start, end + 1) : in(value, depth + 1));
      done = end + 1;
      start = text.indexOf("${", done);
      if (result.length() > LONGEST) {
        return text;
      }
    }
    return result.append(text.substring(done)).toString();
  }

  /** The dependency with its parts interpolated. */
  Pom.Dependency in(Pom.Dependency one) {
    return new Pom.Dependency(
        in(one.group()),
        in(one.artifact()),
        in(one.version()),
        in(one.type()),
        in(one.classifier()),
        in(one.scope()),
        one.optional(),
        one.exclusions());
  }
}
