package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;

/**
 * A file that takes part in linking.
 *
 * @param path its path in the workspace
 */
public record LinkUnit(String path, LanguageSupport language, FileFacts facts) {}
