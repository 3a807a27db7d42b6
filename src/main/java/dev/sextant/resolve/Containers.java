package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;

/**
 * What the qualifiers of types name in a structural language: modules, namespaces, types.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Containers {
  private final World world;
  private final Declarations declarations;

  Containers(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The type called {@code name} in what a qualifier names, or -1. */
  int type(int file, int qualifier, int name) {
    int container = container(file, qualifier);
    if (container < 0) {
      return -1;
    }
    if (declarations.kind(container) == SymbolKind.FILE) {
      return world.imports.exported(declarations.fileOf(container), name, Wanted.TYPE);
    }
    int there = declarations.fileOf(container);
    Members.Member found = world.members.nearest(ClassType.of(container), name, Wanted.TYPE, there);
    return found == null ? -1 : found.declaration();
  }

  /** The file, namespace or type that a qualifier of a type names, or -1. */
  private int container(int file, int node) {
    FileFacts facts = declarations.facts(file);
    int name = declarations.nameId(file, facts.nodeName(node));
    int qualifier = facts.first(node);
    if (qualifier >= 0) {
      int outer = container(file, qualifier);
      if (outer >= 0 && declarations.kind(outer) == SymbolKind.FILE) {
        return world.imports.exported(declarations.fileOf(outer), name, Wanted.CONTAINER);
      }
      Members.Member found =
          outer < 0
              ? null
              : world.members.nearest(
                  ClassType.of(outer), name, Wanted.CONTAINER, declarations.fileOf(outer));
      return found == null ? -1 : found.declaration();
    }
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      int owner = facts.scopeOwner(at);
      if (facts.scopeKind(at) == ScopeKind.TYPE && owner >= 0) {
        int declared = declarations.member(declarations.declaration(file, owner), name);
        int inner = declarations.accepted(declared, Wanted.CONTAINER);
        if (inner >= 0 && facts.kind(owner) == SymbolKind.NAMESPACE) {
          return inner;
        }
      }
    }
    int own =
        declarations.accepted(
            declarations.member(declarations.declaration(file, 0), name), Wanted.CONTAINER);
    if (own >= 0) {
      return own;
    }
    int row = world.imports.bringing(file, name);
    if (row < 0) {
      return -1;
    }
    return switch (facts.importKind(row)) {
      case ImportKind.MODULE -> {
        int module = world.imports.target(file, row);
        int whole = world.imports.whole(module, Wanted.CONTAINER);
        yield whole >= 0 || module < 0 ? whole : declarations.declaration(module, 0);
      }
      case ImportKind.NAMED ->
          world.imports.exported(
              world.imports.target(file, row),
              declarations.nameId(file, facts.importName(row)),
              Wanted.CONTAINER);
      default ->
          world.imports.exported(
              world.imports.target(file, row), declarations.intern("default"), Wanted.CONTAINER);
    };
  }
}
