package dev.sextant.graph.columns;

/**
 * What the files of one kind have in common, and what tells them from all others.
 *
 * @param magic the first eight bytes of a file, as a little-endian number
 * @param version the version of the layout; files of other versions are refused
 * @param vocabulary stands for what the numbers in the columns mean; files with another one are
 *     refused
 */
public record ColumnFormat(long magic, int version, int vocabulary) {}
