package dev.sextant.index;

import dev.sextant.resolve.Questions;
import dev.sextant.resolve.UnitNames;

/**
 * A file as the last build linked it.
 *
 * @param questions what linking it asked of other files
 * @param references how many references it has
 */
record LinkedFile(ExtractedFile file, UnitNames names, Questions questions, int references) {}
