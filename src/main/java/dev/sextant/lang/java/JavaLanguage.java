package dev.sextant.lang.java;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/** Java: files see the types of their package, and names of callables, values and types apart. */
public final class JavaLanguage implements LanguageSupport {
  private static final LookupRules RULES =
      new LookupRules(true, true, true, "", "java.lang", false);

  /** Makes the language. */
  public JavaLanguage() {}

  @Override
  public String id() {
    return "java";
  }

  @Override
  public Optional<Grammar> grammarFor(String fileName) {
    return fileName.endsWith(".java") ? Optional.of(Grammar.JAVA) : Optional.empty();
  }

  @Override
  public FactsExtractor newExtractor(Grammar grammar) {
    if (grammar != Grammar.JAVA) {
      throw new IllegalArgumentException(
          "Java facts are read from trees of the java grammar, not of " + grammar.wireName());
    }
    return new JavaExtractor();
  }

  @Override
  public LookupRules rules() {
    return RULES;
  }

  @Override
  public List<String> moduleFiles(String importer, String imported) {
    return List.of();
  }
}
