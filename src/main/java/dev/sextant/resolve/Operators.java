package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of expressions that refer to nothing by themselves: literals, operators, casts,
 * choices, elements.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Operators {
  private final FileTyping typing;
  private final World world;
  private final FileFacts facts;

  Operators(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    facts = typing.facts;
  }

  Type type(int node) {
    if (typing.rules.structural()) {
      return structural(node);
    }
    return switch (facts.form(node)) {
      case Form.LITERAL -> literal(node);
      case Form.CAST -> written(facts.first(node));
      case Form.INDEX -> element(typing.type(facts.first(node)), false);
      case Form.ELEMENT -> element(typing.type(facts.first(node)), true);
      case Form.ASSIGN -> typing.type(facts.first(node));
      case Form.CONDITIONAL, Form.SWITCH -> choice(node);
      case Form.OPERATOR -> operator(node);
      case Form.ARRAY -> written(facts.first(node));
      case Form.COMPONENT -> component(node);
      default -> Basic.UNKNOWN;
    };
  }

  private Type structural(int node) {
    int first = facts.first(node);
    return switch (facts.form(node)) {
      case Form.LITERAL -> world.globals.word(facts.string(facts.nodeName(node)));
      case Form.CAST -> written(first);
      case Form.INDEX -> {
        int name = facts.nodeName(node);
        yield world.globals.element(typing.type(first), name < 0 ? "" : facts.string(name));
      }
      case Form.ELEMENT -> world.globals.iterated(typing.type(first));
      case Form.ASSIGN -> typing.type(facts.listItem(facts.list(node), 0));
      case Form.CONDITIONAL, Form.SWITCH -> world.globals.union(types(node));
      case Form.ARRAY -> array(node);
      case Form.AWAIT -> world.globals.awaited(typing.type(first));
      case Form.OBJECT -> world.writtenTypes.of(typing.file, node);
      case Form.NARROWED -> typing.narrowed.type(node);
      default -> Basic.UNKNOWN;
    };
  }

  private Type array(int node) {
    Type expected = typing.expectations.of(node);
    if (expected != Basic.UNKNOWN && world.applicability.upper(expected) instanceof ClassType) {
      return expected;
    }
    return world.globals.array(world.globals.union(types(node)));
  }

  private List<Type> types(int node) {
    int list = facts.list(node);
    List<Type> types = new ArrayList<>(facts.listSize(list));
    for (int i = 0; i < facts.listSize(list); i++) {
      types.add(typing.type(facts.listItem(list, i)));
    }
    return types;
  }

  private Type written(int node) {
    return world.writtenTypes.of(typing.file, node);
  }

  private Type literal(int node) {
    String name = facts.string(facts.nodeName(node));
    Basic basic = Basic.named(name);
    if (basic != Basic.UNKNOWN || !typing.rules.packages()) {
      return basic;
    }
    Type type = world.named(typing.rules.implicitPackage(), name);
    return facts.first(node) >= 0 && type instanceof ClassType named
        ? ClassType.of(named.declaration(), new Type[] {world.boxed(written(facts.first(node)))})
        : type;
  }

  private Type element(Type of, boolean iterated) {
    return switch (of) {
      case ArrayType(Type element) -> element;
      case ClassType named when iterated -> {
        int iterable = world.asking.inPackage("java.lang", "Iterable");
        ClassType seen = iterable < 0 ? null : world.hierarchy.asSuper(named, iterable);
        yield seen == null ? Basic.UNKNOWN : world.applicability.upper(seen.argument(0));
      }
      case TypeVariable variable -> element(world.applicability.upper(variable), iterated);
      case CompoundType compound -> element(compound.parts().getFirst(), iterated);
      case OutsideType _ -> Basic.OUTSIDE;
      case Basic basic -> basic == Basic.OUTSIDE ? basic : Basic.UNKNOWN;
      case ClassType _, WildcardType _, FunctionType _ -> Basic.UNKNOWN;
    };
  }

  private Type choice(int node) {
    int list = facts.list(node);
    Type result = Basic.NULL;
    for (int i = 0; i < facts.listSize(list); i++) {
      result = world.unification.common(result, typing.type(facts.listItem(list, i)));
    }
    return result == Basic.NULL ? Basic.UNKNOWN : result;
  }

  private Type operator(int node) {
    int list = facts.list(node);
    int count = facts.listSize(list);
    if (count == 0) {
      return Basic.UNKNOWN;
    }
    Type left = typing.type(facts.listItem(list, 0));
    Type right = typing.type(facts.listItem(list, count - 1));
    String name = facts.string(facts.nodeName(node));
    if (name.equals("+") && count == 2 && (isText(left) || isText(right))) {
      return isText(left) ? left : right;
    }
    Basic one = world.unboxed(left);
    Basic other = world.unboxed(right);
    if (one == Basic.BOOLEAN || other == Basic.BOOLEAN) {
      return Basic.BOOLEAN;
    }
    if (!one.isNumeric() || !other.isNumeric()) {
      return Basic.UNKNOWN;
    }
    return name.equals("<<") || name.equals(">>") || name.equals(">>>")
        ? one.promoted(Basic.INT)
        : one.promoted(other);
  }

  private boolean isText(Type type) {
    return type instanceof ClassType named
        && type.equals(world.named("java.lang", "String"))
        && named.argumentCount() == 0;
  }

  private Type component(int node) {
    if (!(written(facts.first(node)) instanceof ClassType type)) {
      return Basic.UNKNOWN;
    }
    Declarations declarations = world.declarations;
    int position = Integer.parseInt(facts.string(facts.nodeName(node)));
    int file = declarations.fileOf(type.declaration());
    FileFacts there = declarations.facts(file);
    int scope = there.ownScope(declarations.local(type.declaration()));
    int found = -1;
    int count = 0;
    for (int local = 0; scope >= 0 && local < there.declarationCount(); local++) {
      if (there.scopeOf(local) == scope
          && there.kind(local) == SymbolKind.FIELD
          && count++ == position) {
        found = local;
        break;
      }
    }
    return found < 0
        ? Basic.UNKNOWN
        : world
            .hierarchy
            .bindings(type)
            .apply(world.signatures.of(declarations.declaration(file, found)));
  }
}
