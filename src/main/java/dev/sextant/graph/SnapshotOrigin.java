package dev.sextant.graph;

/**
 * What a graph is made of and by: two snapshots with equal origins are of the same workspace and
 * differ only by when they were made.
 *
 * @param root the canonical root of the workspace
 * @param rootMode how the root was found
 * @param configurationFingerprint stands for the settings that shape the graph
 * @param producer stands for the program that reads and links: its version, when that changes what
 *     it finds
 */
public record SnapshotOrigin(
    String root, String rootMode, String configurationFingerprint, String producer) {}
