package dev.sextant.accuracy;

import java.util.List;
import java.util.Set;

/**
 * What the compiler says about one source tree.
 *
 * @param files the files it speaks about
 * @param declared the declarations of those files
 * @param edges the uses whose target the tree declares
 * @param silences the uses that give no edge
 */
record AnswerKey(
    Set<String> files, List<Declared> declared, List<Edge> edges, List<Silence> silences) {
  /** Copies the collections. */
  AnswerKey {
    files = Set.copyOf(files);
    declared = List.copyOf(declared);
    edges = List.copyOf(edges);
    silences = List.copyOf(silences);
  }
}
