/** Sextant: a persistent code-graph service. Start reading at {@code docs/architecture.md}. */
@NullMarked
package dev.sextant;

import org.jspecify.annotations.NullMarked;
