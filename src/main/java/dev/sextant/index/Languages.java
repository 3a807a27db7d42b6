package dev.sextant.index;

import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.lang.python.PythonLanguage;
import dev.sextant.lang.typescript.JavaScriptLanguage;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.lang.typescript.project.ScriptProjects;
import dev.sextant.syntax.Grammar;
import java.util.List;
import java.util.Optional;

/** The languages that are read, and which file is of which. Immutable. */
final class Languages {
  /** A file's language and the grammar for it. */
  record Choice(LanguageSupport language, Grammar grammar) {}

  private final List<LanguageSupport> all;

  /** The languages in a workspace with these projects of scripts. */
  Languages(ScriptProjects projects) {
    all =
        List.of(
            new JavaLanguage(),
            new TypeScriptLanguage(projects),
            new JavaScriptLanguage(projects),
            new PythonLanguage());
  }

  boolean reads(String fileName) {
    return choose(fileName).isPresent();
  }

  Optional<LanguageSupport> withId(String id) {
    return all.stream().filter(language -> language.id().equals(id)).findFirst();
  }

  Optional<Choice> choose(String fileName) {
    for (LanguageSupport language : all) {
      Optional<Grammar> grammar = language.grammarFor(fileName);
      if (grammar.isPresent()) {
        return Optional.of(new Choice(language, grammar.get()));
      }
    }
    return Optional.empty();
  }
}
