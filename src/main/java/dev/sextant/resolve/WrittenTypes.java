package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * From written types to types.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class WrittenTypes {
  private static final int MAX_DEPTH = 100;

  private final Declarations declarations;
  private final World world;
  private int depth;

  WrittenTypes(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The type that node {@code node} of {@code file} writes. */
  Type of(int file, int node) {
    if (node < 0 || depth == MAX_DEPTH) {
      return Basic.UNKNOWN;
    }
    FileFacts facts = declarations.facts(file);
    depth++;
    Type type =
        declarations.rules(file).structural()
            ? structural(file, facts, node)
            : nominal(file, facts, node);
    depth--;
    return type;
  }

  private Type structural(int file, FileFacts facts, int node) {
    int first = facts.first(node);
    return switch (facts.form(node)) {
      case Form.TYPE_PRIMITIVE -> world.globals.word(facts.string(facts.nodeName(node)));
      case Form.TYPE_ARRAY -> world.globals.array(of(file, first));
      case Form.TYPE_TUPLE -> world.globals.tuple(all(file, facts, node));
      case Form.TYPE_UNION -> world.globals.union(all(file, facts, node));
      case Form.TYPE_OBJECT, Form.OBJECT ->
          world.hierarchy.self(
              declarations.declaration(file, Integer.parseInt(facts.string(facts.nodeName(node)))));
      case Form.TYPE_OF -> world.values.typeIn(file, first);
      case Form.TYPE_LOOKUP -> {
        int name = facts.nodeName(node);
        yield world.globals.element(of(file, first), name < 0 ? "" : facts.string(name));
      }
      case Form.TYPE_GUARD -> Basic.BOOLEAN;
      default -> {
        Type type = nominal(file, facts, node);
        yield type instanceof OutsideType ? Basic.OUTSIDE : type;
      }
    };
  }

  private Type nominal(int file, FileFacts facts, int node) {
    return switch (facts.form(node)) {
      case Form.TYPE_PRIMITIVE -> Basic.named(facts.string(facts.nodeName(node)));
      case Form.TYPE_ARRAY -> new ArrayType(of(file, facts.first(node)));
      case Form.TYPE_SELF -> self(file, facts.nodeScope(node));
      case Form.TYPE_WILDCARD -> wildcard(file, facts, node);
      case Form.TYPE_INTERSECTION -> new CompoundType(false, all(file, facts, node));
      case Form.TYPE_UNION -> new CompoundType(true, all(file, facts, node));
      case Form.TYPE_FUNCTION ->
          new FunctionType(all(file, facts, node), of(file, facts.first(node)));
      case Form.TYPE_NAME, Form.NAME, Form.MEMBER -> named(file, facts, node);
      default -> Basic.UNKNOWN;
    };
  }

  private Type self(int file, int scope) {
    int type = declarations.enclosingType(file, scope);
    return type < 0 ? Basic.UNKNOWN : world.hierarchy.self(type);
  }

  private Type wildcard(int file, FileFacts facts, int node) {
    int name = facts.nodeName(node);
    boolean lower = name >= 0 && facts.string(name).equals("super");
    return new WildcardType(of(file, facts.first(node)), lower);
  }

  private List<Type> all(int file, FileFacts facts, int node) {
    int list = facts.list(node);
    List<Type> types = new ArrayList<>(facts.listSize(list));
    for (int i = 0; i < facts.listSize(list); i++) {
      types.add(of(file, facts.listItem(list, i)));
    }
    return List.copyOf(types);
  }

  private Type named(int file, FileFacts facts, int node) {
    int found = world.typeNames.find(file, node);
    if (found < 0) {
      return declarations.rules(file).packages()
          ? new OutsideType(declarations.nameId(file, facts.nodeName(node)))
          : Basic.OUTSIDE;
    }
    if (declarations.kind(found) == SymbolKind.TYPE_PARAMETER) {
      return new TypeVariable(found);
    }
    int list = facts.form(node) == Form.TYPE_NAME ? facts.list(node) : -1;
    Type[] arguments = new Type[facts.listSize(list)];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = of(file, facts.listItem(list, i));
    }
    return ClassType.of(found, arguments);
  }
}
