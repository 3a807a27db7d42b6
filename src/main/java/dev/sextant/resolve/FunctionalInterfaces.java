package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that functional interfaces stand for.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FunctionalInterfaces {
  private static final Members.Member NONE = new Members.Member(-1, ClassType.of(-1));

  private final Declarations declarations;
  private final World world;
  private final Map<Integer, Members.Member> single = new HashMap<>();

  FunctionalInterfaces(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The function of an interface that leaves one method to implement, null for other types. */
  @Nullable FunctionType of(ClassType type) {
    if (declarations.rules(declarations.fileOf(type.declaration())).structural()) {
      return called(type);
    }
    if (declarations.kind(type.declaration()) != SymbolKind.INTERFACE) {
      return null;
    }
    // The answer was found with what all types above declare.
    world.hierarchy.ancestry(type.declaration());
    Members.Member member = known(type.declaration());
    if (member.declaration() < 0) {
      return null;
    }
    Bindings outer = world.hierarchy.bindings(type);
    Bindings inner = world.hierarchy.bindings(outer.apply(member.view()));
    Type[] parameters = world.signatures.parameters(member.declaration());
    List<Type> given =
        Arrays.stream(parameters).map(inner::apply).map(FunctionalInterfaces::open).toList();
    return new FunctionType(given, open(inner.apply(world.signatures.of(member.declaration()))));
  }

  /** The function that a type declares itself to be, to be called or to make something. */
  private @Nullable FunctionType called(ClassType type) {
    int file = declarations.fileOf(type.declaration());
    Members.Member found = world.members.nearest(type, declarations.intern("()"), Wanted.ANY, file);
    if (found == null) {
      found = world.members.nearest(type, declarations.intern("new()"), Wanted.ANY, file);
    }
    return found != null
            && world
                    .hierarchy
                    .bindings(found.view())
                    .apply(world.signatures.of(found.declaration()))
                instanceof FunctionType function
        ? function
        : null;
  }

  private Members.Member known(int type) {
    Members.Member found = single.get(type);
    if (found == null) {
      found = find(type);
      single.put(type, found);
    }
    return found;
  }

  // A function of `? super T` takes a T, and one to `? extends T` gives one.
  private static Type open(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.bound() : type;
  }

  private Members.Member find(int type) {
    List<Members.Member> seen = new ArrayList<>();
    List<Members.Member> left = new ArrayList<>();
    for (ClassType above : world.hierarchy.ancestry(type).types()) {
      if (declarations.kind(above.declaration()) == SymbolKind.INTERFACE) {
        methods(above, seen, left);
      }
    }
    return left.size() == 1 ? left.getFirst() : NONE;
  }

  private void methods(ClassType type, List<Members.Member> seen, List<Members.Member> left) {
    int file = declarations.fileOf(type.declaration());
    FileFacts facts = declarations.facts(file);
    int scope = facts.ownScope(declarations.local(type.declaration()));
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      int modifiers = facts.modifiers(at);
      if (facts.kind(at) != SymbolKind.METHOD
          || Modifiers.has(modifiers, Modifiers.STATIC)
          || Modifiers.has(modifiers, Modifiers.PRIVATE)) {
        continue;
      }
      var method = new Members.Member(declarations.declaration(file, at), type);
      if (seen.stream().noneMatch(one -> isAlike(one.declaration(), method.declaration()))) {
        seen.add(method);
        if (!Modifiers.has(modifiers, Modifiers.DEFAULT) && !isObjects(method.declaration())) {
          left.add(method);
        }
      }
    }
  }

  // What an interface repeats of Object every implementation has already.
  private boolean isObjects(int method) {
    int own =
        world.members.root() instanceof ClassType root
            ? declarations.member(root.declaration(), declarations.nameOf(method))
            : -1;
    while (own >= 0 && !isAlike(own, method)) {
      own = declarations.olderMember(own);
    }
    return own >= 0;
  }

  private boolean isAlike(int one, int other) {
    return declarations.nameOf(one) == declarations.nameOf(other)
        && world.signatures.parameters(one).length == world.signatures.parameters(other).length;
  }
}
