package dev.sextant.query;

import dev.sextant.source.Range;

/** A stretch of a file of the workspace. */
public record Location(String path, Range range) {}
