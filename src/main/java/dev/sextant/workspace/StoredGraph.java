package dev.sextant.workspace;

import dev.sextant.index.IndexResult;
import java.time.Instant;

/**
 * A published graph as it is kept beyond the process.
 *
 * @param generation its number among the graphs of its workspace
 * @param begunAt when its build began to look at the files
 * @param publishedAt when it became current
 * @param gitState the state of the repository when its build began, as its writer spells it; empty
 *     when there is none
 * @param result the graph, and what the build of it left
 */
public record StoredGraph(
    long generation, Instant begunAt, Instant publishedAt, String gitState, IndexResult result) {}
