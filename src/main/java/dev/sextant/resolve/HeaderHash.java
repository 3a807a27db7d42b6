package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.ScopeKind;

/**
 * A hash of what a file declares for others to see: its symbols in order, their written types, what
 * it imports; not where anything stands, and not what bodies do.
 *
 * <p>In languages that infer types from bodies everything counts but the places.
 */
final class HeaderHash {
  private final FileFacts facts;
  private long hash = 0xcbf29ce484222325L;

  HeaderHash(LanguageSupport language, FileFacts facts) {
    this.facts = facts;
    mix(language.id());
    string(facts.namespace());
    imports();
    boolean whole = !language.rules().packages();
    for (int local = 0; local < facts.declarationCount(); local++) {
      if (whole || isVisible(local)) {
        declaration(local);
      }
    }
    if (whole) {
      for (int node = 0; node < facts.nodeCount(); node++) {
        node(node);
        mix(facts.first(node));
        mix(facts.nodeScope(node));
        for (int i = 0; i < facts.listSize(facts.list(node)); i++) {
          mix(facts.listItem(facts.list(node), i));
        }
      }
    }
  }

  long value() {
    return hash;
  }

  // Symbols inside bodies count: others name the symbols of a file by their numbers.
  private boolean isVisible(int local) {
    SymbolKind kind = facts.kind(local);
    return kind.isGraphSymbol()
        || kind == SymbolKind.TYPE_PARAMETER
        || (kind == SymbolKind.PARAMETER
            && facts.scopeKind(facts.scopeOf(local)) == ScopeKind.FUNCTION);
  }

  private void imports() {
    for (int row = 0; row < facts.importCount(); row++) {
      mix(facts.importKind(row));
      string(facts.importPath(row));
      string(facts.importName(row));
      string(facts.importAlias(row));
    }
  }

  private void declaration(int local) {
    mix(facts.kind(local).wireName());
    string(facts.name(local));
    mix(facts.modifiers(local));
    owner(local);
    type(facts.type(local), 0);
    types(facts.supertypes(local), 0);
    int parameters = facts.typeParameters(local);
    mix(facts.listSize(parameters));
    // What is declared without a type has that of its initialiser, as far as it shows one.
    if (facts.type(local) < 0 && facts.initializer(local) >= 0) {
      type(facts.initializer(local), 0);
    }
  }

  // Scopes are numbered with those of bodies, so what contains a declaration goes by its name.
  private void owner(int local) {
    for (int scope = facts.scopeOf(local); scope >= 0; scope = facts.scopeParent(scope)) {
      int owner = facts.scopeOwner(scope);
      mix(facts.scopeKind(scope));
      if (owner >= 0) {
        string(facts.name(owner));
      }
    }
  }

  private void types(int list, int depth) {
    mix(facts.listSize(list));
    for (int i = 0; i < facts.listSize(list); i++) {
      type(facts.listItem(list, i), depth);
    }
  }

  private void type(int node, int depth) {
    if (node < 0 || depth > 50) {
      mix(-1);
      return;
    }
    node(node);
    int form = facts.form(node);
    if ((form >= Form.TYPE_NAME && form <= Form.TYPE_PACKAGE) || form == Form.CONSTRUCT) {
      type(facts.first(node), depth + 1);
      if (form != Form.CONSTRUCT) {
        types(facts.list(node), depth + 1);
      }
    }
  }

  private void node(int node) {
    mix(facts.form(node));
    string(facts.nodeName(node));
    mix(facts.isReference(node) ? facts.role(node).wireName() : "");
    mix(facts.listSize(facts.list(node)));
  }

  private void string(int id) {
    mix(id < 0 ? "" : facts.string(id));
  }

  private void mix(String text) {
    for (int i = 0; i < text.length(); i++) {
      mix(text.charAt(i));
    }
    mix(-7);
  }

  private void mix(int value) {
    hash = (hash ^ value) * 0x100000001b3L;
    hash ^= hash >>> 29;
  }
}
