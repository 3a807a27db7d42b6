package dev.sextant.graph;

/** Stand-in. */
public final class FileBlock {
  private FileBlock() {}
}
