package dev.sextant.resolve;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.LanguageSupport;

/**
 * Types that are declared outside of the workspace: signatures to reckon with, never targets of
 * edges.
 *
 * @param language the language whose rules hold among them
 */
public record Library(LanguageSupport language, ExternalLibrary types) {}
