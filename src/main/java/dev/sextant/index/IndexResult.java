package dev.sextant.index;

import dev.sextant.graph.CodeGraph;

/**
 * A finished build.
 *
 * @param graph the linked graph
 * @param report what went into it
 */
public record IndexResult(CodeGraph graph, BuildReport report) {}
