package dev.sextant.index.classpath;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dependencies that a Gradle build names in plain text: in lock files, in version catalogs, and
 * as strings of three parts in build scripts.
 *
 * <p>Scripts are programs and are not run; what they compute is not seen.
 *
 * <p><b>Threads:</b> confined to its search.
 */
final class GradleFiles {
  private static final int MOST_ARTIFACTS = 10_000;
  private static final Pattern LOCKED = Pattern.compile("([^:#=\\s]+):([^:=\\s]+):([^:=\\s]+)=.*");
  private static final Pattern WRITTEN =
      Pattern.compile("[\"']([\\w.-]+):([\\w.-]+):([\\w.+-]+)(?::([\\w.-]+))?(?:@\\w+)?[\"']");
  private static final Pattern SECTION = Pattern.compile("\\[([\\w.-]+)]");
  private static final Pattern ENTRY = Pattern.compile("[\"']?([\\w.-]+)[\"']?\\s*=\\s*(.*)");
  private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']*)[\"']");
  private static final Pattern FIELD =
      Pattern.compile(
          "(module|group|name|version\\.ref|version|strictly|require|prefer|ref)\\s*=\\s*"
              + "[\"']([^\"']*)[\"']");

  private final Set<Pom.Dependency> locked = new LinkedHashSet<>();
  private final Set<Pom.Dependency> named = new LinkedHashSet<>();

  /** Reads a lock file. */
  void lock(String text) {
    for (String line : text.lines().toList()) {
      Matcher matcher = LOCKED.matcher(line.strip());
      if (matcher.matches()) {
        add(locked, matcher.group(1), matcher.group(2), matcher.group(3), "");
      }
    }
  }

  /** Reads a build script. */
  void script(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    while (matcher.find()) {
      String classifier = matcher.group(4);
      add(
          named,
          matcher.group(1),
          matcher.group(2),
          matcher.group(3),
          classifier == null ? "" : classifier);
    }
  }

  /** Reads a version catalog. */
  void catalog(String text) {
    Map<String, String> versions = new HashMap<>();
    List<String> libraries = new ArrayList<>();
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher start = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (start.lookingAt()) {
        section = start.group(1);
      } else if (!line.startsWith("#") && entry.lookingAt()) {
        if (section.equals("versions")) {
          versions.put(entry.group(1), version(entry.group(2)));
        } else if (section.equals("libraries")) {
          libraries.add(entry.group(2));
        }
      }
    }
    libraries.forEach(library -> library(library, versions));
  }

  private static String version(String written) {
    Map<String, String> fields = fields(written);
    for (String field : List.of("strictly", "require", "prefer")) {
      if (fields.containsKey(field)) {
        return fields.get(field);
      }
    }
    Matcher quoted = QUOTED.matcher(written);
    return quoted.lookingAt() ? quoted.group(1) : "";
  }

  private void library(String written, Map<String, String> versions) {
    Matcher quoted = QUOTED.matcher(written);
    Map<String, String> fields = fields(written);
    String module = quoted.lookingAt() ? quoted.group(1) : fields.getOrDefault("module", "");
    String[] parts = module.split(":", -1);
    String group = parts.length > 1 ? parts[0] : fields.getOrDefault("group", "");
    String name = parts.length > 1 ? parts[1] : fields.getOrDefault("name", "");
    String reference = fields.getOrDefault("version.ref", fields.getOrDefault("ref", ""));
    String version = parts.length > 2 ? parts[2] : versions.getOrDefault(reference, "");
    for (String field : List.of("version", "strictly", "require", "prefer")) {
      version = version.isEmpty() ? fields.getOrDefault(field, "") : version;
    }
    add(named, group, name, version, "");
  }

  private static Map<String, String> fields(String written) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(written);
    while (matcher.find()) {
      fields.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private static void add(
      Set<Pom.Dependency> to, String group, String name, String version, String classifier) {
    if (Coordinates.isPart(group) && Coordinates.isPart(name) && to.size() < MOST_ARTIFACTS) {
      to.add(new Pom.Dependency(group, name, version, "", classifier, "", false, Set.of()));
    }
  }

  /**
   * The build as one project that depends on all that is named: what is locked first, so that those
   * versions win; what is named without a version takes it from the platforms among the others.
   */
  PomModels.Model model(PomModels models) {
    Map<String, Pom.Dependency> managed = new HashMap<>();
    locked.forEach(dependency -> managed.putIfAbsent(dependency.key(), dependency));
    List<Pom.Dependency> all = new ArrayList<>(locked);
    all.addAll(named);
    for (Pom.Dependency one : all) {
      Coordinates.of(one.group(), one.artifact(), one.version())
          .flatMap(models::inStore)
          .filter(pom -> pom.packaging().equals("pom"))
          .ifPresent(pom -> models.of(pom).managed().forEach(managed::putIfAbsent));
    }
    List<Pom.Dependency> dependencies =
        all.stream().map(one -> PomModels.completed(one, managed)).toList();
    return new PomModels.Model("", "", "pom", dependencies, managed);
  }

  /** Whether nothing is named. */
  boolean isEmpty() {
    return locked.isEmpty() && named.isEmpty();
  }
}
