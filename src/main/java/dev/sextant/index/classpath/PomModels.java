package dev.sextant.index.classpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Project files with all that they inherit, imported and interpolated.
 *
 * <p><b>Threads:</b> confined to its search; remembers what it made.
 */
final class PomModels {
  private static final int MOST_ANCESTORS = 30;
  private static final int MOST_IMPORTS = 20;
  private static final int MOST_POMS = 20_000;

  /**
   * A project.
   *
   * @param managed by {@link Pom.Dependency#key}, those of imports included
   */
  record Model(
      String group,
      String artifact,
      String packaging,
      List<Pom.Dependency> dependencies,
      Map<String, Pom.Dependency> managed) {}

  private final Map<String, Pom> workspaceByPath = new HashMap<>();
  private final Map<String, Pom> workspaceByName = new HashMap<>();
  private final Map<String, Optional<Pom>> stored = new HashMap<>();
  private final IdentityHashMap<Pom, Model> models = new IdentityHashMap<>();
  private final ArtifactStore store;
  private final List<String> problems;

  PomModels(List<Pom> workspace, ArtifactStore store, List<String> problems) {
    this.store = store;
    this.problems = problems;
    for (Pom pom : workspace) {
      workspaceByPath.putIfAbsent(pom.path(), pom);
      workspaceByName.putIfAbsent(pom.effectiveGroup() + ":" + pom.artifact(), pom);
    }
  }

  /** The project of the workspace that makes an artifact. */
  Optional<Pom> inWorkspace(String group, String artifact) {
    return Optional.ofNullable(workspaceByName.get(group + ":" + artifact));
  }

  /** The project file of an artifact in a store. */
  Optional<Pom> inStore(Coordinates artifact) {
    Optional<Pom> known = stored.get(artifact.toString());
    if (known == null) {
      known = stored.size() < MOST_POMS ? read(artifact) : Optional.empty();
      stored.put(artifact.toString(), known);
    }
    return known;
  }

  private Optional<Pom> read(Coordinates artifact) {
    Optional<Path> file = store.find(artifact, "", "pom");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PomReader.read("", BoundedFile.read(file.get())));
    } catch (IOException e) {
      problems.add("cannot read the project file of " + artifact + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The project that a file describes. */
  Model of(Pom pom) {
    return of(pom, 0);
  }

  private Model of(Pom pom, int imports) {
    Model known = models.get(pom);
    if (known == null) {
      // Whoever comes back here through a circle of imports finds nothing more to import.
      models.put(pom, new Model(pom.effectiveGroup(), pom.artifact(), "", List.of(), Map.of()));
      known = make(pom, imports);
      models.put(pom, known);
    }
    return known;
  }

  private Model make(Pom pom, int imports) {
    List<Pom> lineage = lineage(pom);
    Interpolation values = Interpolation.of(lineage);
    Map<String, Pom.Dependency> managed = new LinkedHashMap<>();
    List<Pom.Dependency> imported = new ArrayList<>();
    for (Pom one : lineage) {
      for (Pom.Dependency written : one.managed()) {
        Pom.Dependency dependency = values.in(written);
        if (dependency.isOf("import")) {
          imported.add(dependency);
        } else {
          managed.putIfAbsent(dependency.key(), dependency);
        }
      }
    }
    for (Pom.Dependency bom : imported) {
      if (imports < MOST_IMPORTS) {
        managedBy(bom, imports + 1).forEach(managed::putIfAbsent);
      }
    }
    Map<String, Pom.Dependency> dependencies = new LinkedHashMap<>();
    for (Pom one : lineage) {
      for (Pom.Dependency written : one.dependencies()) {
        Pom.Dependency dependency = completed(values.in(written), managed);
        dependencies.putIfAbsent(dependency.key(), dependency);
      }
    }
    return new Model(
        values.in(pom.effectiveGroup()),
        pom.artifact(),
        pom.packaging(),
        List.copyOf(dependencies.values()),
        managed);
  }

  private Map<String, Pom.Dependency> managedBy(Pom.Dependency bom, int imports) {
    Optional<Pom> pom = inWorkspace(bom.group(), bom.artifact());
    if (pom.isEmpty()) {
      pom = Coordinates.of(bom.group(), bom.artifact(), bom.version()).flatMap(this::inStore);
    }
    return pom.map(one -> of(one, imports).managed()).orElse(Map.of());
  }

  /** The project, its parent, the parent of that and so on, as far as they are found. */
  private List<Pom> lineage(Pom pom) {
    List<Pom> lineage = new ArrayList<>();
    Optional<Pom> next = Optional.of(pom);
    while (next.isPresent() && lineage.size() < MOST_ANCESTORS) {
      lineage.add(next.get());
      next = parent(next.get());
    }
    return lineage;
  }

  private Optional<Pom> parent(Pom pom) {
    if (pom.parent().isEmpty()) {
      return Optional.empty();
    }
    Pom.Parent parent = pom.parent().get();
    Pom beside = workspaceByPath.get(WorkspacePaths.beside(pom.path(), parent.relativePath()));
    if (!pom.path().isEmpty() && beside != null && beside.artifact().equals(parent.artifact())) {
      return Optional.of(beside);
    }
    Optional<Pom> inWorkspace =
        pom.path().isEmpty() ? Optional.empty() : inWorkspace(parent.group(), parent.artifact());
    return inWorkspace.isPresent()
        ? inWorkspace
        : Coordinates.of(parent.group(), parent.artifact(), parent.version())
            .flatMap(this::inStore);
  }

  /** A dependency with what is managed of it filled in where it says nothing itself. */
  static Pom.Dependency completed(Pom.Dependency one, Map<String, Pom.Dependency> managed) {
    Pom.Dependency by = managed.get(one.key());
    if (by == null) {
      return one;
    }
    Set<String> exclusions = new HashSet<>(one.exclusions());
    exclusions.addAll(by.exclusions());
    return new Pom.Dependency(
        one.group(),
        one.artifact(),
        one.version().isEmpty() ? by.version() : one.version(),
        one.type(),
        one.classifier(),
        one.scope().isEmpty() ? by.scope() : one.scope(),
        one.optional() || by.optional(),
        exclusions);
  }
}
