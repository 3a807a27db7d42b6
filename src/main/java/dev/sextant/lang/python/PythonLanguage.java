package dev.sextant.lang.python;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/**
 * Python 3, sources and stub files.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class PythonLanguage implements LanguageSupport {
  private static final LookupRules RULES =
      new LookupRules(false, false, false, "__init__", "", false);

  /** The language; it keeps nothing. */
  public PythonLanguage() {}

  @Override
  public String id() {
    return "python";
  }

  @Override
  public Optional<Grammar> grammarFor(String fileName) {
    return fileName.endsWith(".py") || fileName.endsWith(".pyi")
        ? Optional.of(Grammar.PYTHON)
        : Optional.empty();
  }

  @Override
  public FactsExtractor newExtractor(Grammar grammar) {
    if (grammar != Grammar.PYTHON) {
      throw new IllegalArgumentException(
          "python files are read with the python grammar, not with " + grammar.wireName());
    }
    return new PythonExtractor();
  }

  @Override
  public LookupRules rules() {
    return RULES;
  }

  @Override
  public List<String> moduleFiles(String importer, String imported) {
    return ModulePaths.of(importer, imported);
  }
}
