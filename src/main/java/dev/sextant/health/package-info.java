/**
 * What an operator sees: health probes and metrics.
 *
 * <p>Read in this order: {@link WorkspaceReport}, the four checks, {@link MetricNames}.
 *
 * <p><b>Invariants:</b> a stale, loading, evicted or failed workspace never turns liveness,
 * readiness or startup down, and is never left out of their data; no metric has a tag that names a
 * path, a workspace or a symbol.
 *
 * <p><b>Threads:</b> checks and gauges are called from any thread; they read atomic values, take no
 * lock and do no input or output.
 *
 * <p><b>Does not know</b> the protocol, configuration sources.
 */
@NullMarked
package dev.sextant.health;

import org.jspecify.annotations.NullMarked;
