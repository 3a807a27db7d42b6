package dev.sextant.rebuild;

import dev.sextant.workspace.BuildAttempt;

/** A request that was given the lane, and the attempt made for it. */
record RebuildRun(RebuildRequest request, BuildAttempt attempt) {}
