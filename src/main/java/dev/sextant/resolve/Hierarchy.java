package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What types inherit from.
 *
 * <p><b>Threads:</b> one a worker; the answers are shared among them.
 */
final class Hierarchy {
  private final Declarations declarations;
  private final World world;
  private final Answers<Ancestry> known;
  private int[] busy = new int[16];
  private int depth;
  private boolean cut;

  Hierarchy(World world, Answers<Ancestry> known) {
    this.world = world;
    this.known = known;
    declarations = world.declarations;
  }

  /** The type with its own parameters as its arguments. */
  ClassType self(int type) {
    world.asking.lookAt(type);
    Ancestry found = known.get(type);
    return found != null ? found.self() : makeSelf(type);
  }

  private ClassType makeSelf(int type) {
    int file = declarations.fileOf(type);
    FileFacts facts = declarations.facts(file);
    int list = facts.typeParameters(declarations.local(type));
    Type[] arguments = new Type[facts.listSize(list)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = new TypeVariable(declarations.declaration(file, facts.listItem(list, i)));
    }
    return ClassType.of(type, arguments);
  }

  /** A type and all it inherits from; a type that inherits from itself does so once. */
  Ancestry ancestry(int type) {
    Ancestry found = known.get(type);
    if (found != null) {
      world.asking.lookAt(found.types());
      return found;
    }
    if (isBusy(type)) {
      cut = true;
      return new Ancestry(new ClassType[] {makeSelf(type)}, false);
    }
    if (depth == busy.length) {
      busy = Arrays.copyOf(busy, 2 * depth);
    }
    busy[depth++] = type;
    int before = world.asking.enter(declarations.fileOf(type));
    found = find(type);
    world.asking.leave(before);
    depth--;
    world.asking.lookAt(found.types());
    // What was cut short inside a cycle saw less than there is: only whole answers are kept.
    if (!cut || depth == 0) {
      known.set(type, found);
    }
    cut &= depth > 0;
    return found;
  }

  private boolean isBusy(int type) {
    for (int i = 0; i < depth; i++) {
      if (busy[i] == type) {
        return true;
      }
    }
    return false;
  }

  private Ancestry find(int type) {
    int file = declarations.fileOf(type);
    FileFacts facts = declarations.facts(file);
    int local = declarations.local(type);
    List<ClassType> types = new ArrayList<>();
    ClassType self = makeSelf(type);
    types.add(self);
    boolean whole = true;
    if (declarations.rules(file).structural()) {
      whole &= merge(types, self);
    }
    int list = facts.supertypes(local);
    for (int i = 0; i < facts.listSize(list); i++) {
      Type supertype = world.writtenTypes.of(file, facts.listItem(list, i));
      if (declarations.rules(file).structural()) {
        whole &= inheritAll(types, supertype);
      } else if (supertype instanceof ClassType named) {
        whole &= inherit(types, named);
      } else {
        whole = false;
      }
    }
    Type implied = implied(file, facts, local, type);
    if (implied instanceof ClassType named) {
      whole &= inherit(types, named);
    }
    return new Ancestry(types.toArray(ClassType[]::new), whole);
  }

  /** Adds the other declarations that are one with a type, and what they inherit from. */
  private boolean merge(List<ClassType> types, ClassType self) {
    SymbolKind kind = declarations.kind(self.declaration());
    if (!kind.isType() && kind != SymbolKind.NAMESPACE) {
      return true;
    }
    boolean whole = true;
    for (int one : world.merged.siblings(self.declaration())) {
      SymbolKind other = declarations.kind(one);
      if (one != self.declaration() && (other.isType() || other == SymbolKind.NAMESPACE)) {
        ClassType part = makeSelf(one);
        types.add(
            part.argumentCount() == self.argumentCount()
                ? ClassType.of(one, self.arguments())
                : part);
      }
    }
    int parts = types.size();
    for (int i = 1; i < parts; i++) {
      int part = types.get(i).declaration();
      Bindings bindings = bindings(types.get(i));
      int file = declarations.fileOf(part);
      FileFacts facts = declarations.facts(file);
      int list = facts.supertypes(declarations.local(part));
      for (int j = 0; j < facts.listSize(list); j++) {
        Type above = bindings.apply(world.writtenTypes.of(file, facts.listItem(list, j)));
        whole &= inheritAll(types, above);
      }
    }
    return whole;
  }

  private boolean inheritAll(List<ClassType> types, Type supertype) {
    return switch (world.aliases.expand(supertype)) {
      case ClassType named -> inherit(types, named);
      case CompoundType(boolean _, var parts) -> {
        boolean whole = true;
        for (Type part : parts) {
          whole &= inheritAll(types, part);
        }
        yield whole;
      }
      default -> false;
    };
  }

  /** Whether members that are not found may be declared outside of the workspace. */
  boolean isFromOutside(Type type) {
    return switch (type) {
      case ClassType named ->
          !declarations.isInWorkspace(named.declaration())
              || !ancestry(named.declaration()).isWhole();
      case CompoundType(boolean _, var parts) -> parts.stream().anyMatch(this::isFromOutside);
      case FunctionType _, ArrayType _, OutsideType _ -> true;
      case Basic basic -> basic != Basic.UNKNOWN;
      case TypeVariable _, WildcardType _ -> false;
    };
  }

  private boolean inherit(List<ClassType> types, ClassType supertype) {
    // Whoever asks for an ancestry looks at all types in it.
    int before = world.asking.mute();
    Ancestry above = ancestry(supertype.declaration());
    Bindings bindings = bindings(supertype);
    world.asking.leave(before);
    for (ClassType inherited : above.types()) {
      if (types.stream().noneMatch(one -> one.declaration() == inherited.declaration())) {
        types.add(bindings.apply(inherited));
      }
    }
    return above.isWhole();
  }

  /** What a type inherits from without saying so. */
  private Type implied(int file, FileFacts facts, int local, int type) {
    String root = declarations.rules(file).implicitPackage();
    if (root.isEmpty() || declarations.rules(file).structural()) {
      return Basic.UNKNOWN;
    }
    String name =
        switch (facts.kind(local)) {
          case ENUM -> "Enum";
          case RECORD -> "Record";
          default -> "Object";
        };
    Type found = world.named(root, name);
    if (!(found instanceof ClassType named) || named.declaration() == type) {
      return Basic.UNKNOWN;
    }
    return facts.kind(local) == SymbolKind.ENUM
        ? ClassType.of(named.declaration(), new Type[] {ClassType.of(type)})
        : named;
  }

  /** What the arguments of a type put in the place of its parameters. */
  Bindings bindings(ClassType type) {
    var bindings = new Bindings();
    bind(type, bindings);
    return bindings;
  }

  /** Adds what the arguments of a type put in the place of its parameters. */
  void bind(ClassType type, Bindings bindings) {
    ClassType self = self(type.declaration());
    for (int i = 0; i < self.argumentCount(); i++) {
      if (self.argument(i) instanceof TypeVariable(int variable)) {
        bindings.bind(variable, bounded(type.argument(i), variable));
      }
    }
  }

  // What is left open is at least what the parameter's bound says.
  private Type bounded(Type argument, int variable) {
    if (argument == Basic.UNKNOWN) {
      Type fallback = world.signatures.fallback(variable);
      return fallback == Basic.UNKNOWN ? world.signatures.bound(variable) : fallback;
    }
    return argument instanceof WildcardType(Type bound, boolean lower)
            && (bound == Basic.UNKNOWN || lower)
        ? lower ? argument : new WildcardType(world.signatures.bound(variable), false)
        : argument;
  }

  /** The type as its supertype {@code declaration} sees it, null when it is no subtype of that. */
  @Nullable ClassType asSuper(Type type, int declaration) {
    return switch (type) {
      case ClassType named -> asSuper(named, declaration);
      case TypeVariable(int variable) -> asSuper(world.signatures.bound(variable), declaration);
      case WildcardType wildcard ->
          wildcard.lower() ? null : asSuper(wildcard.bound(), declaration);
      case CompoundType compound -> {
        for (Type part : compound.parts()) {
          ClassType found = asSuper(part, declaration);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case ArrayType _, FunctionType _, OutsideType _, Basic _ -> null;
    };
  }

  private @Nullable ClassType asSuper(ClassType type, int declaration) {
    if (type.declaration() == declaration) {
      return type;
    }
    for (ClassType above : ancestry(type.declaration()).types()) {
      if (above.declaration() == declaration) {
        return above.argumentCount() == 0 ? above : bindings(type).apply(above);
      }
    }
    return null;
  }

  /** Whether a type is another or inherits from it. */
  boolean inherits(int type, int wanted) {
    if (type == wanted) {
      return true;
    }
    for (ClassType above : ancestry(type).types()) {
      if (above.declaration() == wanted) {
        return true;
      }
    }
    return false;
  }

  /** The supertypes that a type writes and that are declared in the workspace. */
  int[] writtenSupertypes(int type) {
    int file = declarations.fileOf(type);
    FileFacts facts = declarations.facts(file);
    int list = facts.supertypes(declarations.local(type));
    int[] found = new int[facts.listSize(list)];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (world.writtenTypes.of(file, facts.listItem(list, i)) instanceof ClassType named
          && named.declaration() != type
          && declarations.isInWorkspace(named.declaration())) {
        found[count++] = named.declaration();
      }
    }
    return Arrays.copyOf(found, count);
  }
}
