package dev.sextant.index;

import dev.sextant.graph.FileBlock;
import dev.sextant.resolve.Questions;
import dev.sextant.resolve.UnitNames;

/**
 * A file as the last build linked it.
 *
 * @param block its symbols and edges; targets by the numbers that files had in that build
 * @param questions what linking it asked of other files
 * @param references how many references it has
 */
record LinkedFile(
    ExtractedFile file, UnitNames names, FileBlock block, Questions questions, int references) {}
