package dev.sextant.app;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much memory graphs take, and for how long. */
@ConfigMapping(prefix = "sextant")
interface MemoryConfig {
  /**
   * Most bytes that graphs and builds may take, over all workspaces; K, M or G, 16M or more, or 0
   * for three quarters of the heap that this process may have.
   */
  @WithDefault("0")
  MemorySize memoryLimit();

  /**
   * How long a workspace may go without being asked anything before its graph leaves the memory;
   * the first question brings it back from its snapshot. 1s to 30d, or 0s for never, which is right
   * as long as the memory suffices: what does not fit is evicted anyway.
   */
  @WithDefault("0s")
  Duration idleTimeout();

  /**
   * How long a graph that was superseded may still be read until the log says so, and the metric
   * {@code sextant.graphs.overdue} counts it; 100ms to 1h. It is never taken from who reads it.
   */
  @WithDefault("5s")
  Duration drainTimeout();
}
