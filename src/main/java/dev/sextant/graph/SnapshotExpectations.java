package dev.sextant.graph;

/**
 * What a snapshot must be to be opened.
 *
 * @param origin what it must be made of
 * @param mostBytes what its file may have at most; the graph and its tree take about as much in
 *     memory
 */
public record SnapshotExpectations(SnapshotOrigin origin, long mostBytes) {}
