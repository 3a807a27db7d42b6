package dev.sextant.graph.columns;

/**
 * One column of a file: a run of numbers of one width.
 *
 * @param number what stands for the column in the file; never given to another one
 * @param name what its numbers are, for messages
 * @param elementBytes the width of a number: 1, 2, 4 or 8
 */
public record Column(int number, String name, int elementBytes) {}
