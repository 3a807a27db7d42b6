package dev.sextant.resolve;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.LanguageSupport;
import java.util.Map;

/**
 * Types that are declared outside of the workspace: signatures to reckon with, never targets of
 * edges.
 *
 * @param language the language whose rules hold among them
 * @param types each of them, or each module of a library of modules, as a file
 * @param modules for a library of modules, the paths by which its files are imported
 */
public record Library(
    LanguageSupport language, ExternalLibrary types, Map<String, Integer> modules) {
  /** Keeps its own copy of the paths. */
  public Library {
    modules = Map.copyOf(modules);
  }

  /** A library of types that are found by their names. */
  public Library(LanguageSupport language, ExternalLibrary types) {
    this(language, types, Map.of());
  }

  /** Tells apart libraries that names may mean something else in. */
  public long fingerprint() {
    return 31 * types.fingerprint() + modules.hashCode();
  }

  /** Whether its files are modules, and what they declare is found by importing it. */
  boolean isOfModules() {
    return !modules.isEmpty();
  }
}
