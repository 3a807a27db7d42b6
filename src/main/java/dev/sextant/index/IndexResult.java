package dev.sextant.index;

import dev.sextant.graph.CodeGraph;

/** Stand-in. */
public record IndexResult(CodeGraph graph, BuildReport report) {}
