package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of an expression expect of it: the type of the variable it is assigned to,
 * of the parameter it is passed for, of the result it is.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Expectations {
  private static final int NOWHERE = -1;

  private final FileTyping typing;
  private final World world;
  private final FileFacts facts;
  private final int[] around;
  private final Map<Integer, Integer> made = new HashMap<>();

  Expectations(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    facts = typing.facts;
    around = surroundings();
  }

  /** For each node the node it is part of, or the declaration it initialises as -2 minus it. */
  private int[] surroundings() {
    int[] found = new int[facts.nodeCount()];
    Arrays.fill(found, NOWHERE);
    for (int local = 0; local < facts.declarationCount(); local++) {
      int initializer = facts.initializer(local);
      // What has the members of an object is made by it, and expects nothing of it.
      boolean itself =
          initializer >= 0
              && facts.form(initializer) == Form.OBJECT
              && facts.ownScope(local) >= 0
              && facts.kind(local) == SymbolKind.LOCAL;
      if (initializer >= 0 && facts.kind(local).isType()) {
        made.put(initializer, local);
      } else if (initializer >= 0 && !itself) {
        found[initializer] = -2 - local;
      }
    }
    for (int node = 0; node < found.length; node++) {
      if (facts.first(node) >= 0) {
        found[facts.first(node)] = node;
      }
      int list = facts.list(node);
      for (int i = 0; i < facts.listSize(list); i++) {
        found[facts.listItem(list, i)] = node;
      }
    }
    return found;
  }

  /** The class without a name that a construction makes an instance of, or -1. */
  int madeBy(int node) {
    return made.getOrDefault(node, -1);
  }

  /** The type that is expected of the value of a node, unknown where nothing is. */
  Type of(int node) {
    int at = around[node];
    if (at == NOWHERE) {
      return Basic.UNKNOWN;
    }
    if (at < NOWHERE) {
      int local = -2 - at;
      return facts.type(local) < 0
          ? typing.rules.structural() ? ofMember(local) : Basic.UNKNOWN
          : world.signatures.of(typing.declarations.declaration(typing.file, local));
    }
    return switch (facts.form(at)) {
      case Form.SAME, Form.CONDITIONAL, Form.SWITCH -> of(at);
      case Form.ASSIGN -> facts.first(at) == node ? Basic.UNKNOWN : typing.type(facts.first(at));
      case Form.CAST ->
          facts.first(at) == node
              ? Basic.UNKNOWN
              : world.writtenTypes.of(typing.file, facts.first(at));
      case Form.RETURN -> ofResult(facts.nodeScope(at));
      case Form.LAMBDA, Form.LAMBDA_BLOCK -> {
        FunctionType function = world.unification.function(of(at));
        Type result = function == null ? Basic.UNKNOWN : function.result();
        yield typing.rules.structural() ? ofLambda(at, node, result) : result;
      }
      case Form.ARRAY -> ofElement(at, node);
      case Form.NAME, Form.MEMBER, Form.CONSTRUCT, Form.DELEGATE, Form.CALLED ->
          ofArgument(at, node);
      default -> Basic.UNKNOWN;
    };
  }

  /**
   * What is expected of a member of an object: what the object is expected to have under its name.
   */
  Type ofMember(int local) {
    int owner = facts.scopeOwner(facts.scopeOf(local));
    int object =
        owner < 0 || facts.scopeKind(facts.scopeOf(local)) != ScopeKind.TYPE
            ? -1
            : facts.initializer(owner);
    if (object < 0 || facts.form(object) != Form.OBJECT) {
      return Basic.UNKNOWN;
    }
    int name = typing.declarations.nameId(typing.file, facts.name(local));
    Type expected = of(object);
    for (Members.Member found : typing.structural.members(expected, name, false)) {
      return world.hierarchy.bindings(found.view()).apply(world.values.of(found.declaration()));
    }
    return Basic.UNKNOWN;
  }

  private Type ofLambda(int lambda, int node, Type result) {
    int written = facts.first(lambda);
    if (written == node) {
      return Basic.UNKNOWN;
    }
    Type wanted = written < 0 ? result : world.writtenTypes.of(typing.file, written);
    return Inference.isAsync(facts, lambda) ? world.globals.awaited(wanted) : wanted;
  }

  private Type ofElement(int array, int node) {
    if (facts.first(array) == node) {
      return Basic.UNKNOWN;
    }
    Type type =
        facts.first(array) < 0 ? of(array) : world.writtenTypes.of(typing.file, facts.first(array));
    if (typing.rules.structural()) {
      int list = facts.list(array);
      for (int i = 0; i < facts.listSize(list); i++) {
        if (facts.listItem(list, i) == node) {
          return world.globals.element(type, Integer.toString(i));
        }
      }
    }
    return type instanceof ArrayType(Type element) ? element : Basic.UNKNOWN;
  }

  private Type ofResult(int scope) {
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int owner = facts.scopeOwner(at);
      if (facts.scopeKind(at) == ScopeKind.FUNCTION && owner >= 0) {
        Type type = world.signatures.of(typing.declarations.declaration(typing.file, owner));
        return typing.rules.structural() && Modifiers.has(facts.modifiers(owner), Modifiers.ASYNC)
            ? world.globals.awaited(type)
            : type;
      }
    }
    return Basic.UNKNOWN;
  }

  private Type ofArgument(int call, int node) {
    int list = facts.list(call);
    for (int i = 0; i < facts.listSize(list); i++) {
      if (facts.listItem(list, i) == node) {
        return typing.inference.parameter(call, i);
      }
    }
    return Basic.UNKNOWN;
  }

  /** The type of a parameter that a function written in place leaves to its surroundings. */
  Type lambdaParameter(int lambda, int local) {
    FunctionType function = world.unification.function(of(lambda));
    if (function == null) {
      return Basic.UNKNOWN;
    }
    int position = position(facts, local);
    return position < function.parameters().size()
        ? function.parameters().get(position)
        : Basic.UNKNOWN;
  }

  /** How many parameters are declared before {@code local}. */
  static int position(FileFacts facts, int local) {
    int position = 0;
    for (int at = facts.previousIn(local); at >= 0; at = facts.previousIn(at)) {
      position += facts.kind(at) == SymbolKind.PARAMETER ? 1 : 0;
    }
    return position;
  }

  /** The place of the parameter called {@code name} of a callable, -1 when it has none. */
  static int place(FileFacts facts, int callable, int name) {
    int scope = facts.ownScope(callable);
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.PARAMETER && facts.name(at) == name) {
        return position(facts, at);
      }
    }
    return -1;
  }

  /** What a node passes to a call, before it is known which callable that goes to. */
  Argument argument(int node) {
    return switch (facts.form(node)) {
      case Form.LAMBDA, Form.LAMBDA_BLOCK -> lambda(node);
      case Form.METHOD_REFERENCE -> typing.references.argument(node);
      case Form.SAME -> argument(facts.first(node));
      default -> new Argument.Given(provisional(node));
    };
  }

  private Argument lambda(int node) {
    int list = facts.list(node);
    int arity = arity(node);
    if (facts.form(node) == Form.LAMBDA_BLOCK) {
      boolean gives = facts.listSize(list) > 0;
      return new Argument.Lambda(arity, gives, !gives, Basic.UNKNOWN);
    }
    int body = facts.listSize(list) == 0 ? -1 : facts.listItem(list, 0);
    Type result = arity == 0 && body >= 0 ? provisional(body) : Basic.UNKNOWN;
    return new Argument.Lambda(arity, true, body < 0 || isStatement(body), result);
  }

  private boolean isStatement(int node) {
    return switch (facts.form(node)) {
      case Form.NAME, Form.MEMBER -> facts.isReference(node) && facts.role(node).isCallLike();
      case Form.CONSTRUCT, Form.ASSIGN -> true;
      default -> false;
    };
  }

  private int arity(int lambda) {
    int count = 0;
    int scope = scopeOf(lambda);
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      count += facts.kind(at) == SymbolKind.PARAMETER ? 1 : 0;
    }
    return count;
  }

  /** The scope that a function written in place opens, or -1. */
  int scopeOf(int lambda) {
    if (scopes == null) {
      scopes = new int[facts.nodeCount()];
      Arrays.fill(scopes, -1);
      for (int scope = 0; scope < facts.scopeCount(); scope++) {
        int node = facts.lambdaOf(scope);
        if (node >= 0) {
          scopes[node] = scope;
        }
      }
    }
    return scopes[lambda];
  }

  private int @Nullable [] scopes;

  /** The type of a node as far as it is known without what is expected of it. */
  Type provisional(int node) {
    typing.resolve(node);
    Call call = typing.meanings.call(node);
    return call == null ? typing.type(node) : typing.inference.provisional(node, call);
  }
}
