/**
 * The immutable graph of a workspace: files, symbols, occurrences and the relations between them,
 * in columns.
 *
 * <p>Reading order: {@link dev.sextant.graph.SymbolKind}, {@link dev.sextant.graph.Role}, {@link
 * dev.sextant.graph.Evidence}; {@link dev.sextant.graph.FileBlock}, what linking one file produces;
 * {@link dev.sextant.graph.CodeGraph}, all blocks joined; {@link dev.sextant.graph.LinkInput},
 * blocks joined with what stays of the graph before; {@link dev.sextant.graph.GraphSnapshot}, a
 * graph in a file.
 *
 * <p><b>Invariants:</b> a graph never changes once it is linked. An ordinal (of a file, symbol,
 * occurrence or name) means something inside one graph only and must not leave it; what leaves is a
 * path or a symbol id. The same blocks give the same graph, whatever the order in which names were
 * interned, and whether or not they were joined with the graph before. A graph from a snapshot is
 * the one that was written, or none. No array leaves this package, except to be written.
 *
 * <p><b>Threads:</b> all types are immutable, but for {@link dev.sextant.graph.StringInterner},
 * which is thread-safe, and builders, which belong to one thread.
 *
 * <p><b>Does not know</b> languages' rules, how facts were found, source files on disk, JSON, the
 * service.
 */
@NullMarked
package dev.sextant.graph;

import org.jspecify.annotations.NullMarked;
