package dev.sextant.lang.typescript;

import dev.sextant.lang.ScopeKind;

/** The type parameters that are in scope. Confined to its walk. */
final class Generics {
  private final Walk walk;
  private final NodeLists open = new NodeLists();

  Generics(Walk walk) {
    this.walk = walk;
  }

  /**
   * Declares type parameters in a scope of their own, for the declaration {@code owner} or, with
   * -1, for what has no name.
   *
   * @param parameters the node of their list, -1 for none
   * @return what {@link #close} is to be called with
   */
  int open(int parameters, int owner) {
    int mark = open.mark();
    if (parameters < 0) {
      return -1 - mark;
    }
    walk.facts.openScope(ScopeKind.BLOCK, -1);
    int end = walk.tree.after(parameters);
    for (int child = parameters + 1; child < end; child = walk.tree.after(child)) {
      int id = walk.kind(child) == Kind.TYPE_PARAMETER ? walk.types.typeParameter(child) : -1;
      if (id >= 0) {
        open.add(id);
      }
    }
    if (owner >= 0) {
      walk.facts.typeParameters(owner, open.copy(mark, walk.facts));
    }
    return mark;
  }

  /** Ends what {@link #open} began. */
  void close(int mark) {
    if (mark >= 0) {
      walk.facts.closeScope();
    }
    int size = mark < 0 ? -1 - mark : mark;
    open.drop(size);
  }

  /** The list of all that are in scope, -1 for none. */
  int all() {
    return open.isEmpty(0) ? -1 : open.copy(0, walk.facts);
  }
}
