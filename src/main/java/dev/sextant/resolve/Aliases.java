package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;

/**
 * What names for types stand for. A name is looked through only when something is asked of the
 * type, since it may mention itself.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Aliases {
  private static final int MAX_STEPS = 20;

  private final World world;
  private final Declarations declarations;

  Aliases(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The type itself, or what it is a name for. */
  Type expand(Type type) {
    Type at = type;
    for (int step = 0; step < MAX_STEPS; step++) {
      Type next = at instanceof ClassType named ? written(named) : at;
      if (next.equals(at)) {
        return at;
      }
      at = next;
    }
    return Basic.UNKNOWN;
  }

  private Type written(ClassType type) {
    if (type.declaration() < 0 || declarations.kind(type.declaration()) != SymbolKind.TYPE_ALIAS) {
      return type;
    }
    int file = declarations.fileOf(type.declaration());
    FileFacts facts = declarations.facts(file);
    int node = facts.type(declarations.local(type.declaration()));
    if (node < 0) {
      return type;
    }
    world.asking.lookInto(file);
    int before = world.asking.enter(file);
    Type written = world.writtenTypes.of(file, node);
    world.asking.leave(before);
    return world.hierarchy.self(type.declaration()).argumentCount() == 0
        ? written
        : world.hierarchy.bindings(type).apply(written);
  }
}
