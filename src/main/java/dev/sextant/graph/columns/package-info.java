/**
 * Files of named columns of numbers: how they are laid out, written so that a reader never meets
 * half of one, and read so that damage is always noticed.
 *
 * <p>Reading order: {@link dev.sextant.graph.columns.Column}, {@link
 * dev.sextant.graph.columns.ColumnFormat}, {@link dev.sextant.graph.columns.ColumnWriter}, {@link
 * dev.sextant.graph.columns.ColumnReader}.
 *
 * <p><b>Invariants:</b> a file has its name only when it is complete and on the disk. Every byte of
 * a file is covered by a checksum. Nothing is allocated for what the file is too short to hold.
 *
 * <p><b>Threads:</b> readers and writers belong to one thread each.
 *
 * <p><b>Does not know</b> what the columns mean.
 */
@NullMarked
package dev.sextant.graph.columns;

import org.jspecify.annotations.NullMarked;
