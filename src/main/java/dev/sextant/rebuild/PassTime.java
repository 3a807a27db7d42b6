package dev.sextant.rebuild;

import dev.sextant.index.Pass;
import java.time.Duration;

/** How long one pass of one build took. */
public record PassTime(Pass pass, Duration took) {}
