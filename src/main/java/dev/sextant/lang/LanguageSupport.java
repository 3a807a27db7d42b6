package dev.sextant.lang;

import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/**
 * A language: which files are its, how facts are read from them, and how it looks names up.
 *
 * <p><b>Threads:</b> immutable; extractors are made one a worker.
 */
public interface LanguageSupport {
  /** The language's id on the wire, such as {@code java}. */
  String id();

  /** The grammar for a file of this name, if the file is of this language. */
  Optional<Grammar> grammarFor(String fileName);

  /** A new extractor for trees of {@code grammar}. */
  FactsExtractor newExtractor(Grammar grammar);

  /** How names are looked up. */
  LookupRules rules();

  /**
   * Paths of the files that may be the module {@code imported} names, best first.
   *
   * @param importer path of the importing file
   */
  List<String> moduleFiles(String importer, String imported);
}
