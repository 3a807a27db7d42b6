package dev.sextant.index;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.ScopeKind;

/**
 * What simple names and members mean as values and callables.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class NameLookup {
  /** What kind of thing a name is asked for. */
  enum Wanted {
    VALUE,
    CALLABLE,
    ANY;

    boolean accepts(SymbolKind kind) {
      return switch (this) {
        case VALUE -> !kind.isCallable() && !kind.isType() && kind != SymbolKind.TYPE_PARAMETER;
        case CALLABLE -> kind.isCallable();
        case ANY -> kind != SymbolKind.TYPE_PARAMETER;
      };
    }
  }

  private static final int MAX_DEPTH = 24;

  private final Declarations declarations;
  private final Imports imports;
  private final TypeLookup types;

  NameLookup(Declarations declarations, Imports imports, TypeLookup types) {
    this.declarations = declarations;
    this.imports = imports;
    this.types = types;
  }

  /** What is asked for when a name is called, or used otherwise, in this file's language. */
  Wanted wanted(int file, boolean called) {
    LookupRules rules = declarations.rules(file);
    if (!rules.separateCallables()) {
      return Wanted.ANY;
    }
    return called ? Wanted.CALLABLE : Wanted.VALUE;
  }

  /**
   * The declaration a simple name means at an offset; for callables one of the overloads.
   *
   * @return a declaration or -1
   */
  int simple(int file, int scope, int name, int offset, Wanted wanted) {
    FileFacts facts = declarations.facts(file);
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int kind = facts.scopeKind(at);
      if (kind == ScopeKind.FILE) {
        break;
      }
      int found = -1;
      if (kind != ScopeKind.TYPE) {
        found = inBlock(file, facts, at, name, offset, wanted);
      } else if (declarations.rules(file).membersInScope()) {
        found = member(declarations.declaration(file, facts.scopeOwner(at)), name, wanted);
      }
      if (found >= 0) {
        return found;
      }
    }
    return inFile(file, name, wanted);
  }

  private int inBlock(int file, FileFacts facts, int scope, int name, int offset, Wanted wanted) {
    boolean declaredFirst = declarations.rules(file).packages();
    for (int local = facts.lastIn(scope); local >= 0; local = facts.previousIn(local)) {
      if (declarations.nameId(file, facts.name(local)) == name
          && wanted.accepts(facts.kind(local))
          && !(declaredFirst && facts.nameStart(local) > offset)) {
        return declarations.declaration(file, local);
      }
    }
    return -1;
  }

  private int inFile(int file, int name, Wanted wanted) {
    return declarations.rules(file).packages()
        ? staticImport(file, name, wanted)
        : inModule(file, name, wanted);
  }

  private int inModule(int file, int name, Wanted wanted) {
    int own = declarations.member(declarations.declaration(file, 0), name);
    if (own >= 0) {
      return wanted.accepts(declarations.kind(own)) ? own : -1;
    }
    int row = imports.bringing(file, name);
    if (row >= 0) {
      FileFacts facts = declarations.facts(file);
      int target = imports.target(file, row);
      return switch (facts.importKind(row)) {
        case ImportKind.NAMED -> {
          int found = imports.exported(target, declarations.nameId(file, facts.importName(row)));
          int module = imports.module(file, row);
          yield found >= 0 || module < 0 ? found : declarations.declaration(module, 0);
        }
        case ImportKind.DEFAULT -> imports.exported(target, declarations.intern("default"));
        default -> target < 0 ? -1 : declarations.declaration(target, 0);
      };
    }
    return imports.exported(file, name);
  }

  private int staticImport(int file, int name, Wanted wanted) {
    FileFacts facts = declarations.facts(file);
    int onDemand = -1;
    for (int row = 0; row < facts.importCount(); row++) {
      int kind = facts.importKind(row);
      int type = imports.target(file, row);
      boolean named =
          kind == ImportKind.STATIC_NAMED
              && declarations.nameId(file, facts.importName(row)) == name;
      if (type >= 0 && (named || kind == ImportKind.STATIC_WILDCARD)) {
        int found = member(type, name, wanted);
        if (found >= 0 && named) {
          return found;
        }
        onDemand = found >= 0 ? found : onDemand;
      }
    }
    return onDemand;
  }

  /** The nearest member of that name, own or inherited, or -1. */
  int member(int owner, int name, Wanted wanted) {
    return member(owner, name, wanted, 0);
  }

  private int member(int owner, int name, Wanted wanted, int depth) {
    for (int own = declarations.member(owner, name);
        own >= 0;
        own = declarations.olderMember(own)) {
      if (wanted.accepts(declarations.kind(own))) {
        return own;
      }
    }
    if (depth < MAX_DEPTH) {
      for (int supertype : types.supertypes(owner)) {
        int found = member(supertype, name, wanted, depth + 1);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  /** Adds every callable member of that name, own ones first, then inherited. */
  void overloads(int owner, int name, Candidates candidates) {
    overloads(owner, name, candidates, 0);
  }

  private void overloads(int owner, int name, Candidates candidates, int depth) {
    for (int own = declarations.member(owner, name);
        own >= 0;
        own = declarations.olderMember(own)) {
      if (declarations.kind(own).isCallable()) {
        candidates.add(own);
      }
    }
    if (depth < MAX_DEPTH) {
      for (int supertype : types.supertypes(owner)) {
        overloads(supertype, name, candidates, depth + 1);
      }
    }
  }
}
