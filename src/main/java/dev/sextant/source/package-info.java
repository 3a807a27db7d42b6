/**
 * Source files as they lie on disk: where they are, which of them count, and their text.
 *
 * <p>Reading order: {@link dev.sextant.source.SourcePath} names a file, {@link
 * dev.sextant.source.SourceTree} lists the files below a root, {@link
 * dev.sextant.source.SourceReader} reads one, {@link dev.sextant.source.SourceText} is its text and
 * {@link dev.sextant.source.LineTable} turns offsets into {@link dev.sextant.source.Position}s.
 *
 * <p><b>Invariants:</b> no symbolic link is followed below a root, neither while listing nor while
 * reading; a text is valid UTF-8 without a NUL byte; offsets that leave this package for a client
 * are in UTF-16 units; the same tree always gives the same listing.
 *
 * <p><b>Threads:</b> every public type is immutable; listing and reading block on the disk.
 *
 * <p><b>Does not know</b> languages, watching, parsing, the graph or the service.
 */
@NullMarked
package dev.sextant.source;

import org.jspecify.annotations.NullMarked;
