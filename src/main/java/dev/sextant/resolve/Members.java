package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import org.jspecify.annotations.Nullable;

/**
 * The members that types have, own ones and inherited ones.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Members {
  /** A member and the type through which it is seen. */
  record Member(int declaration, ClassType view) {}

  /** The view of what belongs to no type. */
  static final ClassType NO_VIEW = ClassType.of(-1);

  private final Declarations declarations;
  private final World world;

  Members(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The nearest member of that name that is wanted, as {@code file} may see it. */
  @Nullable Member nearest(ClassType type, int name, Wanted wanted, int file) {
    ClassType[] ancestors = world.hierarchy.ancestry(type.declaration()).types();
    for (int i = 0; i < ancestors.length; i++) {
      if (declarations.kind(ancestors[i].declaration()) == SymbolKind.FILE) {
        int there = declarations.fileOf(ancestors[i].declaration());
        int exported = world.imports.exported(there, name, wanted);
        if (exported >= 0) {
          return new Member(exported, NO_VIEW);
        }
        continue;
      }
      for (int own = declarations.member(ancestors[i].declaration(), name);
          own >= 0;
          own = declarations.olderMember(own)) {
        if (wanted.accepts(declarations.kind(own)) && isReachable(own, file)) {
          return new Member(own, seen(type, ancestors[i], i));
        }
      }
    }
    return null;
  }

  /** Whether a type has members by all the names that another has, those of its supertypes too. */
  boolean lacksNone(ClassType wanted, ClassType given) {
    for (ClassType above : world.hierarchy.ancestry(wanted.declaration()).types()) {
      int file = declarations.fileOf(above.declaration());
      FileFacts facts = declarations.facts(file);
      int scope = facts.ownScope(declarations.local(above.declaration()));
      for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
        int name = declarations.nameId(file, facts.name(at));
        boolean asked =
            facts.kind(at) != SymbolKind.CONSTRUCTOR
                && !facts.kind(at).isType()
                && !Modifiers.has(facts.modifiers(at), Modifiers.STATIC)
                && !Modifiers.has(facts.modifiers(at), Modifiers.DEFAULT);
        if (asked
            && nearest(given, name, Wanted.ANY, file) == null
            && world.hierarchy.ancestry(given.declaration()).isWhole()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Adds every callable member of that name that nothing nearer overrides. */
  void callables(ClassType type, int name, int file, Candidates candidates) {
    ClassType[] ancestors = world.hierarchy.ancestry(type.declaration()).types();
    for (int i = 0; i < ancestors.length; i++) {
      ClassType view = null;
      for (int own = declarations.member(ancestors[i].declaration(), name);
          own >= 0;
          own = declarations.olderMember(own)) {
        if (Wanted.CALLABLE.accepts(declarations.kind(own))
            && (i == 0 ? isReachable(own, file) : isInherited(own, file))) {
          view = view == null ? seen(type, ancestors[i], i) : view;
          int alike = i == 0 ? -1 : alike(own, view, candidates);
          if (alike < 0) {
            candidates.add(own, view);
          } else if (overrides(own, candidates.get(alike))) {
            candidates.replace(alike, own, view);
          }
        }
      }
    }
  }

  /** Adds the constructors that a type declares. */
  void constructors(ClassType type, int file, Candidates candidates) {
    world.asking.lookAt(type.declaration());
    int name = declarations.nameOf(type.declaration());
    // A constructor in a class file has the name of its type too.
    for (int own = declarations.member(type.declaration(), name);
        own >= 0;
        own = declarations.olderMember(own)) {
      if (declarations.kind(own) == SymbolKind.CONSTRUCTOR && isReachable(own, file)) {
        candidates.add(own, type);
      }
    }
  }

  /** Adds the nearest callable that the language calls when an instance of a type is made. */
  void constructor(ClassType type, int name, Candidates candidates) {
    ClassType[] ancestors = world.hierarchy.ancestry(type.declaration()).types();
    for (int i = 0; candidates.size() == 0 && i < ancestors.length; i++) {
      int own = declarations.member(ancestors[i].declaration(), name);
      if (own >= 0 && declarations.kind(own).isCallable()) {
        candidates.add(own, seen(type, ancestors[i], i));
      }
    }
  }

  /** The component of a record type whose implied accessor has that name, or -1. */
  int component(int type, int name) {
    world.asking.lookAt(type);
    int own = declarations.kind(type) == SymbolKind.RECORD ? declarations.member(type, name) : -1;
    return own >= 0 && declarations.kind(own) == SymbolKind.FIELD ? own : -1;
  }

  private ClassType seen(ClassType type, ClassType ancestor, int i) {
    if (i == 0) {
      return type;
    }
    return ancestor.argumentCount() == 0
        ? ancestor
        : world.hierarchy.bindings(type).apply(ancestor);
  }

  private boolean isInherited(int member, int file) {
    int modifiers = declarations.modifiers(member);
    if (Modifiers.has(modifiers, Modifiers.STATIC)
        && declarations.kind(declarations.ownerOf(member)) == SymbolKind.INTERFACE) {
      return false;
    }
    return isReachable(member, file);
  }

  private boolean isReachable(int member, int file) {
    int there = declarations.fileOf(member);
    if (there == file || !declarations.rules(file).packages()) {
      return true;
    }
    int modifiers = declarations.modifiers(member);
    if (Modifiers.has(modifiers, Modifiers.PRIVATE)) {
      return false;
    }
    return !Modifiers.has(modifiers, Modifiers.INTERNAL)
        || declarations.packageName(there).equals(declarations.packageName(file));
  }

  /** The candidate with the same parameters, or -1. */
  private int alike(int member, ClassType view, Candidates nearer) {
    for (int i = 0; i < nearer.size(); i++) {
      ClassType other = nearer.view(i);
      if (nearer.get(i) == member
          || (other != null && hasSameParameters(nearer.get(i), other, member, view))) {
        return i;
      }
    }
    return -1;
  }

  // A superclass may have inherited what an interface beside it declares anew.
  private boolean overrides(int member, int other) {
    int owner = declarations.ownerOf(member);
    int othersOwner = declarations.ownerOf(other);
    return owner != othersOwner
        && owner >= 0
        && othersOwner >= 0
        && world.hierarchy.inherits(owner, othersOwner);
  }

  /** Whether two callables, each seen through a type, have the same parameters but for generics. */
  boolean hasSameParameters(int one, ClassType oneView, int other, ClassType otherView) {
    Type[] own = world.signatures.parameters(one);
    Type[] theirs = world.signatures.parameters(other);
    if (own.length != theirs.length) {
      return false;
    }
    if (own.length == 0) {
      return true;
    }
    Bindings ownBindings = world.hierarchy.bindings(oneView);
    Bindings theirBindings = world.hierarchy.bindings(otherView);
    for (int i = 0; i < own.length; i++) {
      if (!isSame(ownBindings.apply(own[i]), theirBindings.apply(theirs[i]))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(Type one, Type other) {
    Type own = erased(one);
    Type theirs = erased(other);
    return own.equals(theirs);
  }

  /** The type without its arguments, a variable as its bound. */
  Type erased(Type type) {
    return switch (type) {
      case ClassType named ->
          named.argumentCount() == 0 ? named : ClassType.of(named.declaration());
      case ArrayType(Type element) -> new ArrayType(erased(element));
      case TypeVariable(int variable) -> erased(upper(variable));
      case WildcardType(Type bound, boolean lower) -> lower ? root() : erased(bound);
      case CompoundType compound -> erased(compound.parts().getFirst());
      case FunctionType _, OutsideType _, Basic _ -> type;
    };
  }

  /** The bound of a type parameter, the root of all types when it has none. */
  Type upper(int variable) {
    Type bound = world.signatures.bound(variable);
    return bound == Basic.UNKNOWN ? root() : bound;
  }

  /** The type that everything inherits from, unknown when there is none at hand. */
  Type root() {
    return world.named("java.lang", "Object");
  }
}
