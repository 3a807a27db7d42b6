package dev.sextant.rebuild;

import java.time.Duration;

/**
 * What governs loading and rebuilding.
 *
 * @param roots which folders may be loaded
 * @param configurationFingerprint stands for every setting that changes what a build gives
 * @param closeGrace how long closing waits for cancelled builds to stop
 */
public record RebuildSettings(
    RootPolicy roots, String configurationFingerprint, Duration closeGrace) {}
