package dev.sextant.index;

/**
 * A file that is not, or not wholly, in the graph.
 *
 * @param path its path in the workspace; that of a SCIP index is absolute
 * @param reason the wire name of a {@link dev.sextant.source.SkipReason}, {@code syntaxErrors},
 *     {@code scipOutdated}, {@code projectFile} or {@code types}
 * @param detail what was seen, for a person
 */
public record FileProblem(String path, String reason, String detail) {}
