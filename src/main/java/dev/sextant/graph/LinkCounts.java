package dev.sextant.graph;

/**
 * What linking a file could not turn into occurrences.
 *
 * @param unresolvedReferences references for which no target inside the workspace was found
 * @param droppedCandidates possible targets left out because a reference had too many
 * @param syntaxErrors places where the parser had to skip or invent text
 */
public record LinkCounts(int unresolvedReferences, int droppedCandidates, int syntaxErrors) {
  /** Nothing left out. */
  public static final LinkCounts NONE = new LinkCounts(0, 0, 0);
}
