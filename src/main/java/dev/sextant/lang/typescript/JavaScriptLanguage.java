package dev.sextant.lang.typescript;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/**
 * JavaScript with JSX, as ECMAScript modules or with {@code require}.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class JavaScriptLanguage implements LanguageSupport {
  private final ScriptProjects projects;

  /** The language of files that belong to no project. */
  public JavaScriptLanguage() {
    this(ScriptProjects.NONE);
  }

  /** The language in a workspace that has {@code projects}. */
  public JavaScriptLanguage(ScriptProjects projects) {
    this.projects = projects;
  }

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
    return projects.moduleFiles(importer, imported);
  }
}
