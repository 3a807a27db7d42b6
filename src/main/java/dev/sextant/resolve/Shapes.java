package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;

/**
 * Finds what type variables stand for by laying the members of a type over those of another that
 * does not inherit from it.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Shapes {
  private static final int MAX_DEPTH = 3;

  private final World world;
  private int depth;

  Shapes(World world) {
    this.world = world;
  }

  /** Binds the open variables of {@code formal} so that the members of {@code actual} fit. */
  void argument(ClassType formal, Type actual, Bindings bindings) {
    Declarations declarations = world.declarations;
    int file = declarations.fileOf(formal.declaration());
    if (depth == MAX_DEPTH
        || !declarations.rules(file).structural()
        || !(world.applicability.upper(actual) instanceof ClassType given)) {
      return;
    }
    depth++;
    FileFacts facts = declarations.facts(file);
    int scope = facts.ownScope(declarations.local(formal.declaration()));
    Bindings seen = world.hierarchy.bindings(formal);
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      Type wanted = seen.apply(world.values.of(declarations.declaration(file, at)));
      if (bindings.isOpen(wanted)) {
        int name = declarations.nameId(file, facts.name(at));
        Members.Member member = world.members.nearest(given, name, Wanted.RUNTIME, file);
        if (member != null) {
          Type found = world.values.of(member.declaration());
          world.unification.argument(
              wanted, world.hierarchy.bindings(member.view()).apply(found), bindings);
        }
      }
    }
    depth--;
  }
}
