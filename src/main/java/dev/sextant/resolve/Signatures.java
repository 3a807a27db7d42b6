package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The types that declarations have: of variables, results, parameters and bounds.
 *
 * <p><b>Threads:</b> one a worker; the answers are shared among them.
 */
final class Signatures {
  private static final int MAX_DEPTH = 50;

  private final Declarations declarations;
  private final World world;
  private final Answers<Type> declared;
  private final Answers<Type[]> parameters;
  private final BitSet busy = new BitSet();
  private int depth;
  private boolean cut;

  Signatures(World world, Answers<Type> declared, Answers<Type[]> parameters) {
    this.world = world;
    this.declared = declared;
    this.parameters = parameters;
    declarations = world.declarations;
  }

  /** The type of what is declared: a type itself, a result type, a variable's type. */
  Type of(int declaration) {
    world.asking.lookAt(declaration);
    Type known = declared.get(declaration);
    if (known != null) {
      return known;
    }
    if (depth == MAX_DEPTH || busy.get(declaration)) {
      cut = true;
      return Basic.UNKNOWN;
    }
    busy.set(declaration);
    depth++;
    int before = world.asking.enter(declarations.fileOf(declaration));
    Type found = find(declaration);
    world.asking.leave(before);
    depth--;
    busy.clear(declaration);
    // What was cut short saw less than there is: only whole answers are kept.
    if (!cut || depth == 0) {
      declared.set(declaration, found);
    }
    cut &= depth > 0;
    return found;
  }

  private Type find(int declaration) {
    int file = declarations.fileOf(declaration);
    FileFacts facts = declarations.facts(file);
    int local = declarations.local(declaration);
    SymbolKind kind = facts.kind(local);
    if (kind == SymbolKind.ENUM_CONSTANT || kind == SymbolKind.CONSTRUCTOR) {
      int owner = declarations.enclosingType(file, facts.scopeOf(local));
      return owner < 0 ? Basic.UNKNOWN : world.hierarchy.self(owner);
    }
    if (kind == SymbolKind.TYPE_PARAMETER) {
      return bounds(file, facts, local);
    }
    if (kind.isType()) {
      return world.hierarchy.self(declaration);
    }
    if (facts.type(local) >= 0) {
      return world.writtenTypes.of(file, facts.type(local));
    }
    return declarations.rules(file).structural()
        ? world.values.inferred(file, facts, local)
        : initialized(file, facts, facts.initializer(local));
  }

  /** What a type parameter is bounded by, unknown when nothing bounds it. */
  Type bound(int typeParameter) {
    return of(typeParameter);
  }

  /** What a type parameter stands for where nothing is said, unknown when that is not written. */
  Type fallback(int typeParameter) {
    int file = declarations.fileOf(typeParameter);
    int node = declarations.facts(file).initializer(declarations.local(typeParameter));
    return node < 0 ? Basic.UNKNOWN : world.writtenTypes.of(file, node);
  }

  private Type bounds(int file, FileFacts facts, int local) {
    int further = facts.supertypes(local);
    Type first = world.writtenTypes.of(file, facts.type(local));
    if (facts.listSize(further) == 0) {
      return first instanceof TypeVariable(int variable)
          ? variable == declarations.declaration(file, local) ? Basic.UNKNOWN : bound(variable)
          : first;
    }
    List<Type> parts = new ArrayList<>();
    parts.add(first);
    for (int i = 0; i < facts.listSize(further); i++) {
      parts.add(world.writtenTypes.of(file, facts.listItem(further, i)));
    }
    return new CompoundType(false, List.copyOf(parts));
  }

  // What is seen without reading the bodies of the other file.
  private Type initialized(int file, FileFacts facts, int node) {
    if (node < 0) {
      return Basic.UNKNOWN;
    }
    return switch (facts.form(node)) {
      case Form.CONSTRUCT, Form.CAST ->
          facts.first(node) < 0 ? Basic.UNKNOWN : world.writtenTypes.of(file, facts.first(node));
      case Form.SAME -> initialized(file, facts, facts.first(node));
      case Form.NAME, Form.MEMBER ->
          facts.isReference(node) && facts.role(node).isCallLike()
              ? typeNamed(file, node)
              : Basic.UNKNOWN;
      default -> Basic.UNKNOWN;
    };
  }

  // A call of a type makes an instance in languages without a word for it.
  private Type typeNamed(int file, int node) {
    int found = world.typeNames.find(file, node);
    return found >= 0 && declarations.kind(found).isType() ? ClassType.of(found) : Basic.UNKNOWN;
  }

  /** How many arguments a callable asks for at least. */
  int required(int callable) {
    FileFacts facts = declarations.facts(declarations.fileOf(callable));
    int scope = facts.ownScope(declarations.local(callable));
    int count = 0;
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      boolean optional = (facts.modifiers(at) & (Modifiers.DEFAULT | Modifiers.VARARGS)) != 0;
      count += facts.kind(at) == SymbolKind.PARAMETER && !optional ? 1 : 0;
    }
    return count;
  }

  /** Whether the last parameter of a callable takes any number of arguments. */
  boolean isVariadic(int callable) {
    return Modifiers.has(declarations.modifiers(callable), Modifiers.VARARGS);
  }

  /** The types of the parameters of a callable, in order; shared, not to be changed. */
  Type[] parameters(int callable) {
    world.asking.lookAt(callable);
    Type[] known = parameters.get(callable);
    if (known == null) {
      known = findParameters(callable);
      parameters.set(callable, known);
    }
    return known;
  }

  private Type[] findParameters(int callable) {
    int file = declarations.fileOf(callable);
    FileFacts facts = declarations.facts(file);
    int scope = facts.ownScope(declarations.local(callable));
    if (scope < 0) {
      return new Type[0];
    }
    int count = 0;
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      count += facts.kind(at) == SymbolKind.PARAMETER ? 1 : 0;
    }
    Type[] found = new Type[count];
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.PARAMETER) {
        found[--count] = of(declarations.declaration(file, at));
      }
    }
    return found;
  }

  /** Adds the type parameters of a callable, or those of the type for a constructor, as open. */
  void open(int declaration, Bindings bindings) {
    int file = declarations.fileOf(declaration);
    FileFacts facts = declarations.facts(file);
    int list = facts.typeParameters(declarations.local(declaration));
    for (int i = 0; i < facts.listSize(list); i++) {
      bindings.open(declarations.declaration(file, facts.listItem(list, i)));
    }
  }
}
