package dev.sextant.lang.typescript;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/**
 * JavaScript with JSX, as ECMAScript modules or with {@code require}.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class JavaScriptLanguage implements LanguageSupport {
  /** Makes the language. */
  public JavaScriptLanguage() {}

  @Override
  public String id() {
    return "javascript";
  }

  @Override
  public Optional<Grammar> grammarFor(String fileName) {
    boolean script =
        fileName.endsWith(".js")
            || fileName.endsWith(".mjs")
            || fileName.endsWith(".cjs")
            || fileName.endsWith(".jsx");
    return script ? Optional.of(Grammar.JAVASCRIPT) : Optional.empty();
  }

  @Override
  public FactsExtractor newExtractor(Grammar grammar) {
    return new ScriptExtractor(grammar);
  }

  @Override
  public LookupRules rules() {
    return TypeScriptLanguage.RULES;
  }

  @Override
  public List<String> moduleFiles(String importer, String imported) {
    return ModuleFiles.of(importer, imported);
  }
}
