package dev.sextant.index;

import dev.sextant.source.SkipReason;

/** Stand-in. */
public record FileProblem(String path, SkipReason reason, String detail) {}
