package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ScopeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Declarations of a structural language that are one: the signatures of a function, the parts of an
 * interface.
 *
 * <p><b>Threads:</b> immutable.
 */
final class Merged {
  private final Declarations declarations;

  Merged(Declarations declarations) {
    this.declarations = declarations;
  }

  /** All declarations of the same name in the same scope, in the order in which they are made. */
  List<Integer> siblings(int declaration) {
    int file = declarations.fileOf(declaration);
    FileFacts facts = declarations.facts(file);
    int local = declarations.local(declaration);
    int scope = facts.scopeOf(local);
    List<Integer> found = new ArrayList<>(1);
    if (scope < 0) {
      return List.of(declaration);
    }
    int owner = facts.scopeOwner(scope);
    boolean tabled =
        facts.scopeKind(scope) == ScopeKind.TYPE || facts.scopeKind(scope) == ScopeKind.FILE;
    if (tabled && owner >= 0 && declarations.isModule(file)) {
      int container = declarations.declaration(file, owner);
      for (int at = declarations.member(container, declarations.nameOf(declaration));
          at >= 0;
          at = declarations.olderMember(at)) {
        found.addFirst(at);
      }
    } else {
      for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
        if (facts.name(at) == facts.name(local)) {
          found.addFirst(declarations.declaration(file, at));
        }
      }
    }
    return found;
  }

  /** The signatures that a callable can be called by, in order; not that of its body. */
  List<Integer> signatures(int callable) {
    List<Integer> all = new ArrayList<>();
    for (int one : siblings(callable)) {
      if (isLike(one, callable)) {
        all.add(one);
      }
    }
    if (all.size() > 1) {
      List<Integer> open = all.stream().filter(one -> !hasBody(one)).toList();
      return open.isEmpty() ? all : open;
    }
    return all.isEmpty() ? List.of(callable) : all;
  }

  private boolean isLike(int one, int other) {
    SymbolKind kind = declarations.kind(one);
    SymbolKind wanted = declarations.kind(other);
    if (kind != wanted && !(kind.isType() && wanted.isType())) {
      return false;
    }
    return kind.isType()
        || ((declarations.modifiers(one) ^ declarations.modifiers(other)) & Modifiers.STATIC) == 0;
  }

  private boolean hasBody(int callable) {
    FileFacts facts = declarations.facts(declarations.fileOf(callable));
    int local = declarations.local(callable);
    return facts.bodyStart(local) < facts.end(local);
  }

  /** Which of the declarations that are one with this stands for all of them. */
  int representative(int declaration) {
    SymbolKind kind = declarations.kind(declaration);
    if (kind == SymbolKind.LOCAL || kind == SymbolKind.PARAMETER || kind == SymbolKind.FILE) {
      return declaration;
    }
    int first = -1;
    for (int one : siblings(declaration)) {
      if (!isLike(one, declaration)) {
        continue;
      }
      first = first < 0 ? one : first;
      if (kind.isCallable() && hasBody(one)) {
        return one;
      }
      if (kind.isType() && declarations.kind(one) == SymbolKind.CLASS) {
        return one;
      }
    }
    return first < 0 ? declaration : first;
  }
}
