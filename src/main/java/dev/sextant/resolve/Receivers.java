package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import java.util.List;

/**
 * What {@code this} is in a structural language: of a function its own, of an arrow what it is
 * around.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Receivers {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;

  Receivers(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
  }

  /** The type of what {@code this} is at a node. */
  Type self(int node) {
    boolean own = false;
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      int kind = facts.scopeKind(at);
      int declared = kind == ScopeKind.LAMBDA || kind == ScopeKind.FUNCTION ? thisIn(at) : -1;
      if (declared >= 0) {
        return world.signatures.of(declarations.declaration(typing.file, declared));
      }
      if (kind == ScopeKind.LAMBDA) {
        int name = facts.nodeName(facts.lambdaOf(at));
        own |= name >= 0 && facts.string(name).endsWith("function");
      } else if (kind == ScopeKind.FUNCTION && facts.scopeOwner(at) >= 0) {
        SymbolKind owner = facts.kind(facts.scopeOwner(at));
        own |= owner == SymbolKind.METHOD || owner == SymbolKind.PROPERTY;
      } else if (kind == ScopeKind.TYPE && facts.scopeOwner(at) >= 0) {
        int owner = facts.scopeOwner(at);
        boolean object =
            facts.initializer(owner) >= 0 && facts.form(facts.initializer(owner)) == Form.OBJECT;
        if (own && object) {
          Type expected = typing.expectations.of(facts.initializer(owner));
          Type itself = world.hierarchy.self(declarations.declaration(typing.file, owner));
          return isKnown(expected) ? new CompoundType(false, List.of(itself, expected)) : itself;
        }
        if (!object) {
          return world.hierarchy.self(
              world.merged.representative(declarations.declaration(typing.file, owner)));
        }
      }
    }
    return Basic.UNKNOWN;
  }

  private int thisIn(int scope) {
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.LOCAL && facts.string(facts.name(at)).equals("this")) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isKnown(Type type) {
    return type != Basic.UNKNOWN && type != Basic.OUTSIDE;
  }
}
