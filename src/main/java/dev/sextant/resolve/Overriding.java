package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import java.util.Arrays;

/**
 * Which methods override which.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Overriding {
  private final Declarations declarations;
  private final World world;

  Overriding(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /**
   * The methods of the workspace that a method overrides or implements, the nearest on each way up;
   * what these override in turn is theirs to say.
   */
  int[] overridden(int method) {
    int owner = canOverride(method) ? declarations.ownerOf(method) : -1;
    if (owner < 0) {
      return new int[0];
    }
    int name = declarations.nameOf(method);
    ClassType[] ancestors = world.hierarchy.ancestry(owner).types();
    int[] found = new int[4];
    int count = 0;
    for (int i = 1; i < ancestors.length; i++) {
      int above = nearer(found, count, ancestors[i]) ? -1 : in(ancestors[i], name, method);
      if (above >= 0) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = above;
      }
    }
    return Arrays.stream(found, 0, count).filter(declarations::isInWorkspace).toArray();
  }

  private boolean canOverride(int method) {
    return declarations.kind(method) == SymbolKind.METHOD && isPassedOn(method);
  }

  private boolean isPassedOn(int method) {
    int modifiers = declarations.modifiers(method);
    return !Modifiers.has(modifiers, Modifiers.STATIC)
        && !Modifiers.has(modifiers, Modifiers.PRIVATE);
  }

  /** Whether a type above is one that an overridden method's owner inherits from itself. */
  private boolean nearer(int[] found, int count, ClassType above) {
    for (int i = 0; i < count; i++) {
      if (world.hierarchy.inherits(declarations.ownerOf(found[i]), above.declaration())) {
        return true;
      }
    }
    return false;
  }

  private int in(ClassType above, int name, int method) {
    ClassType own = world.hierarchy.self(declarations.ownerOf(method));
    for (int at = declarations.member(above.declaration(), name);
        at >= 0;
        at = declarations.olderMember(at)) {
      if (declarations.kind(at) == SymbolKind.METHOD
          && isPassedOn(at)
          && (!declarations.rules(declarations.fileOf(at)).separateCallables()
              || world.members.hasSameParameters(method, own, at, above))) {
        return at;
      }
    }
    return -1;
  }
}
