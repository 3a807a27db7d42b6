package dev.sextant.index.classpath;

import java.nio.file.Path;
import java.util.List;

/**
 * The jars that sources are compiled against.
 *
 * @param jars in the order in which they are looked into
 * @param missing what is named but nowhere to be found: {@code group:artifact:version} or a path
 * @param problems build files that could not be read or were not read to the end, and why
 */
public record ClassPath(List<Path> jars, List<String> missing, List<String> problems) {
  /** No jars, none missing. */
  public static final ClassPath EMPTY = new ClassPath(List.of(), List.of(), List.of());

  /** Keeps its own copies of the lists. */
  public ClassPath {
    jars = List.copyOf(jars);
    missing = List.copyOf(missing);
    problems = List.copyOf(problems);
  }
}
