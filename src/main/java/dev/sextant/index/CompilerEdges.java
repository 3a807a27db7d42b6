package dev.sextant.index;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.Findings;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * Puts what an index of a compiler says in the place of what the resolver found, in one file.
 *
 * <p>Where the index speaks of a place that the resolver speaks of, its target counts, and is
 * exact. Where it names something that is outside of the workspace, or local, there is no edge.
 * Where it cannot be told what it names, as when that is defined in a file that has changed, the
 * resolver's finding stays.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class CompilerEdges implements Findings {
  private final Coverage coverage;
  private final ScipFile uses;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Edges edges;
  private final BitSet heard = new BitSet();
  private final Map<Role, BitSet> settled = new EnumMap<>(Role.class);

  CompilerEdges(
      Coverage coverage, ScipFile uses, Declarations declarations, int file, Edges edges) {
    this.coverage = coverage;
    this.uses = uses;
    this.declarations = declarations;
    this.edges = edges;
    facts = declarations.facts(file);
  }

  @Override
  public void found(int node, int declaration, Role role, Evidence evidence) {
    heard.set(node);
    int first = first(node);
    int end = end(first, node);
    if (first == end) {
      edges.found(node, declaration, role, evidence);
      return;
    }
    if (settled(role).get(node)) {
      return;
    }
    int target = agrees(first, end, declaration) ? declaration : target(first, end, role);
    if (target >= 0 && !makes(declaration, target, role)) {
      settle(node, target, role);
    } else if (target < 0 && isElsewhere(first, end, declaration)) {
      settled(role).set(node);
      edges.unresolved(node);
    } else {
      edges.found(node, declaration, role, evidence);
    }
  }

  @Override
  public void unresolved(int node) {
    heard.set(node);
    if (!settledByIndex(node)) {
      edges.unresolved(node);
    }
  }

  @Override
  public void leftOut(int count) {
    edges.leftOut(count);
  }

  /** Takes from the index what the resolver said nothing about; to be called last. */
  void rest() {
    for (int node = 0; node < facts.nodeCount(); node++) {
      if (facts.isReference(node) && !heard.get(node)) {
        settledByIndex(node);
      }
    }
  }

  @CanIgnoreReturnValue
  private boolean settledByIndex(int node) {
    int first = first(node);
    int target = target(first, end(first, node), facts.role(node));
    if (target >= 0) {
      settle(node, target, facts.role(node));
    }
    return target >= 0;
  }

  private void settle(int node, int target, Role role) {
    settled(role).set(node);
    edges.found(node, target, role, Evidence.EXACT);
  }

  /** The nodes that the index has settled in this role. */
  private BitSet settled(Role role) {
    return settled.computeIfAbsent(role, _ -> new BitSet());
  }

  private int first(int node) {
    return uses.first(facts.nodeStart(node), facts.nodeEnd(node));
  }

  private int end(int first, int node) {
    return uses.end(first, facts.nodeStart(node), facts.nodeEnd(node));
  }

  private boolean agrees(int first, int end, int declaration) {
    for (int use = first; use < end; use++) {
      if (coverage.isDeclaration(uses.symbol(use), declaration)) {
        return true;
      }
    }
    return false;
  }

  /** The declaration that is used, one that fits the role if there is one; -1 for none. */
  private int target(int first, int end, Role role) {
    var found = new int[] {-1, -1};
    for (int use = first; use < end; use++) {
      coverage.declarations(
          uses.symbol(use),
          declaration -> {
            int rank = fits(declarations.kind(declaration), role) ? 0 : 1;
            found[rank] = found[rank] < 0 ? declaration : found[rank];
          });
    }
    return found[0] >= 0 ? found[0] : found[1];
  }

  private boolean isElsewhere(int first, int end, int declaration) {
    for (int use = first; use < end; use++) {
      if (!coverage.isElsewhere(uses.symbol(use), declaration)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the index names the type only and the resolver its constructor: which of them it is,
   * the index does not say.
   */
  private boolean makes(int declaration, int target, Role role) {
    if (role != Role.CONSTRUCT || declarations.kind(declaration) != SymbolKind.CONSTRUCTOR) {
      return false;
    }
    int file = declarations.fileOf(declaration);
    FileFacts there = declarations.facts(file);
    int owner = there.scopeOwner(there.scopeOf(declarations.local(declaration)));
    return owner >= 0 && declarations.declaration(file, owner) == target;
  }

  private static boolean fits(SymbolKind kind, Role role) {
    return switch (role) {
      case CALL -> kind.isCallable();
      case CONSTRUCT -> kind == SymbolKind.CONSTRUCTOR || kind.isType();
      case TYPE -> kind.isType();
      case READ, WRITE, METHOD_REFERENCE, IMPORT -> !kind.isType();
    };
  }
}
