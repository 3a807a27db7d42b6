package dev.sextant.lang.typescript;

import dev.sextant.lang.FactsExtractor;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/**
 * TypeScript, with and without JSX, declaration files included.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class TypeScriptLanguage implements LanguageSupport {
  /** The package that stands for what scripts find without declaring it. */
  static final String GLOBALS = "(script)";

  /** How names are looked up in TypeScript and in JavaScript. */
  static final LookupRules RULES =
      new LookupRules(false, false, false, "constructor", GLOBALS, true);

  private final ScriptProjects projects;

  /** The language of files that belong to no project. */
  public TypeScriptLanguage() {
    this(ScriptProjects.NONE);
  }

  /** The language in a workspace that has {@code projects}. */
  public TypeScriptLanguage(ScriptProjects projects) {
    this.projects = projects;
  }

  @Override
  public String id() {
    return "typescript";
  }

  @Override
  public Optional<Grammar> grammarFor(String fileName) {
    if (fileName.endsWith(".tsx")) {
      return Optional.of(Grammar.TSX);
    }
    boolean plain =
        fileName.endsWith(".ts") || fileName.endsWith(".mts") || fileName.endsWith(".cts");
    return plain ? Optional.of(Grammar.TYPESCRIPT) : Optional.empty();
  }

  @Override
  public FactsExtractor newExtractor(Grammar grammar) {
    return new ScriptExtractor(grammar);
  }

  @Override
  public LookupRules rules() {
    return RULES;
  }

  @Override
  public List<String> moduleFiles(String importer, String imported) {
    return projects.moduleFiles(importer, imported);
  }
}
