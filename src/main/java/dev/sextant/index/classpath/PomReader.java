package dev.sextant.index.classpath;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads Maven project files. */
final class PomReader {
  private PomReader() {}

  /** The project file in {@code bytes}; {@code path} as {@link Pom} has it. */
  static Pom read(String path, byte[] bytes) throws IOException {
    XmlElement project = XmlElement.read(bytes);
    if (!project.name().equals("project")) {
      throw new IOException("it is no Maven project but a " + project.name());
    }
    Map<String, String> properties = new HashMap<>();
    for (XmlElement property : project.childrenOf("properties")) {
      properties.put(property.name(), property.text());
    }
    List<XmlElement> managed =
        project
            .child("dependencyManagement")
            .map(element -> element.childrenOf("dependencies"))
            .orElse(List.of());
    return new Pom(
        path,
        project.textOf("groupId"),
        project.textOf("artifactId"),
        project.textOf("version"),
        project.textOf("packaging"),
        project.child("parent").map(PomReader::parent),
        Map.copyOf(properties),
        managed.stream().map(PomReader::dependency).toList(),
        project.childrenOf("dependencies").stream().map(PomReader::dependency).toList());
  }

  private static Pom.Parent parent(XmlElement parent) {
    Optional<XmlElement> relativePath = parent.child("relativePath");
    return new Pom.Parent(
        parent.textOf("groupId"),
        parent.textOf("artifactId"),
        parent.textOf("version"),
        relativePath.map(XmlElement::text).orElse("../pom.xml"));
  }

  private static Pom.Dependency dependency(XmlElement dependency) {
    Set<String> exclusions = new HashSet<>();
    for (XmlElement exclusion : dependency.childrenOf("exclusions")) {
      exclusions.add(exclusion.textOf("groupId") + ":" + exclusion.textOf("artifactId"));
    }
    return new Pom.Dependency(
        dependency.textOf("groupId"),
        dependency.textOf("artifactId"),
        dependency.textOf("version"),
        dependency.textOf("type"),
        dependency.textOf("classifier"),
        dependency.textOf("scope"),
        dependency.textOf("optional").equals("true"),
        Set.copyOf(exclusions));
  }
}
