package dev.sextant.index.classpath;

import dev.sextant.cancellation.Cancellation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the jars of projects: of each its direct dependencies of all scopes, and what those need
 * to be compiled and run, nearest first.
 *
 * <p>Of one artifact the version met nearest to the project wins, as in Maven; where projects of
 * the workspace differ, that of the first.
 *
 * <p><b>Threads:</b> confined to its search.
 */
final class DependencyWalk {
  private static final int MOST_ARTIFACTS = 10_000;

  private record Step(Pom.Dependency dependency, Set<String> exclusions, boolean direct) {}

  private final PomModels models;
  private final ArtifactStore store;
  private final Map<String, Path> jars = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();

  DependencyWalk(PomModels models, ArtifactStore store) {
    this.models = models;
    this.store = store;
  }

  /** Adds what the project depends on. */
  void add(PomModels.Model project, Cancellation cancellation) {
    Set<String> seen = new HashSet<>();
    Deque<Step> steps = new ArrayDeque<>();
    for (Pom.Dependency dependency : project.dependencies()) {
      steps.add(new Step(dependency, dependency.exclusions(), true));
    }
    while (!steps.isEmpty() && seen.size() < MOST_ARTIFACTS) {
      cancellation.check();
      Step step = steps.remove();
      Pom.Dependency dependency = step.dependency;
      if (seen.add(dependency.key()) && (step.direct || isPassedOn(dependency))) {
        Optional<Pom> pom = take(versioned(step, project.managed()));
        if (pom.isPresent()) {
          follow(models.of(pom.get()), step, steps);
        }
      }
    }
  }

  private static boolean isPassedOn(Pom.Dependency dependency) {
    return !dependency.optional() && (dependency.isOf("compile") || dependency.isOf("runtime"));
  }

  /** What the project manages holds for all that it depends on, however far. */
  private static Pom.Dependency versioned(Step step, Map<String, Pom.Dependency> managed) {
    Pom.Dependency by = managed.get(step.dependency.key());
    Pom.Dependency one = step.dependency;
    if (step.direct || by == null || by.version().isEmpty()) {
      return one;
    }
    return new Pom.Dependency(
        one.group(),
        one.artifact(),
        by.version(),
        one.type(),
        one.classifier(),
        one.scope(),
        one.optional(),
        one.exclusions());
  }

  /** Adds the jar of a dependency; its project file, if there is one. */
  private Optional<Pom> take(Pom.Dependency dependency) {
    Optional<Pom> ours = models.inWorkspace(dependency.group(), dependency.artifact());
    if (ours.isPresent()) {
      return ours;
    }
    Optional<Coordinates> named =
        Coordinates.of(dependency.group(), dependency.artifact(), dependency.version());
    if (named.isEmpty()) {
      missing.add(dependency.group() + ":" + dependency.artifact() + ":" + dependency.version());
      return Optional.empty();
    }
    Coordinates artifact = named.get();
    Optional<Pom> pom = models.inStore(artifact);
    switch (dependency.type()) {
      case "", "jar", "bundle", "ejb", "maven-plugin", "eclipse-plugin" ->
          jar(artifact, dependency.classifier(), pom);
      case "test-jar" -> jar(artifact, "tests", pom);
      default -> {}
    }
    return pom;
  }

  private void jar(Coordinates artifact, String classifier, Optional<Pom> pom) {
    String key = artifact.unversioned() + ":" + classifier;
    if (jars.containsKey(key)) {
      return;
    }
    Optional<Path> jar = store.find(artifact, classifier, "jar");
    if (jar.isPresent()) {
      jars.put(key, jar.get());
    } else if (pom.isEmpty() || !pom.get().packaging().equals("pom")) {
      missing.add(artifact + (classifier.isEmpty() ? "" : ":" + classifier));
    }
  }

  private static void follow(PomModels.Model model, Step step, Deque<Step> steps) {
    for (Pom.Dependency next : model.dependencies()) {
      if (isPassedOn(next) && !isExcluded(next, step.exclusions)) {
        Set<String> exclusions = new HashSet<>(step.exclusions);
        exclusions.addAll(next.exclusions());
        steps.add(new Step(next, exclusions, false));
      }
    }
  }

  private static boolean isExcluded(Pom.Dependency one, Set<String> exclusions) {
    return !exclusions.isEmpty()
        && (exclusions.contains(one.group() + ":" + one.artifact())
            || exclusions.contains(one.group() + ":*")
            || exclusions.contains("*:" + one.artifact())
            || exclusions.contains("*:*"));
  }

  /** The jars, each once. */
  Collection<Path> jars() {
    return jars.values();
  }

  /** The artifacts without a jar, in order of their names. */
  Collection<String> missing() {
    return missing;
  }
}
