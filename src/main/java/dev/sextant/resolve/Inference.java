package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the type variables of calls stand for: from the arguments first, then from the functions
 * among them, then from what is expected of the result.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Inference {
  private final FileTyping typing;
  private final World world;
  private final FileFacts facts;

  Inference(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    facts = typing.facts;
  }

  /** The construction at a node makes an instance of {@code type}. */
  void made(int node, ClassType type) {
    typing.meanings.value(node, type);
    if (typing.rules.structural()) {
      if (type.argumentCount() == 0) {
        typing.meanings.value(node, world.hierarchy.self(type.declaration()));
      }
      return;
    }
    Call call = typing.meanings.call(node);
    if (call != null && isDiamond(node)) {
      ClassType self = world.hierarchy.self(type.declaration());
      typing.meanings.value(node, self);
      for (int i = 0; i < self.argumentCount(); i++) {
        if (self.argument(i) instanceof TypeVariable(int variable)) {
          call.inferred().open(variable);
        }
      }
    }
  }

  private boolean isDiamond(int node) {
    int written = facts.form(node) == Form.CONSTRUCT ? facts.first(node) : -1;
    return written >= 0 && facts.list(written) >= 0 && facts.listSize(facts.list(written)) == 0;
  }

  private Type resultOf(int node, Call call) {
    FunctionType function = call.function();
    if (function != null) {
      return function.result();
    }
    Type made = typing.meanings.typeOf(node);
    if (made == Basic.UNKNOWN && typing.rules.structural() && givesItself(call.callable())) {
      Type receiver = facts.form(node) == Form.MEMBER ? typing.type(facts.first(node)) : made;
      return receiver == Basic.UNKNOWN ? call.seen(typing.typeOf(call.callable())) : receiver;
    }
    return made == Basic.UNKNOWN ? call.seen(typing.typeOf(call.callable())) : made;
  }

  // A method may say that it gives what it is called on.
  private boolean givesItself(int callable) {
    FileFacts there = typing.declarations.facts(typing.declarations.fileOf(callable));
    int type = there.type(typing.declarations.local(callable));
    return type >= 0 && there.form(type) == Form.TYPE_SELF;
  }

  /** Takes all that a call is given into account. */
  void takeAll(int node, Call call) {
    given(node, call);
    int list = facts.list(node);
    for (int i = 0; i < facts.listSize(list); i++) {
      take(node, call, i);
    }
  }

  /** The type of what a call gives. */
  Type result(int node, Call call) {
    Type result = resultOf(node, call);
    if (call.inferred().isEmpty() || !call.inferred().isOpen(result)) {
      return close(call, result);
    }
    given(node, call);
    int list = facts.list(node);
    for (int i = 0; call.inferred().isOpen(result) && i < facts.listSize(list); i++) {
      take(node, call, i);
    }
    if (call.inferred().isOpen(result)) {
      expect(node, call, result);
    }
    return close(call, result);
  }

  /** The type of what a call gives, as far as it is known without what is expected of it. */
  Type provisional(int node, Call call) {
    Type result = resultOf(node, call);
    if (!call.inferred().isEmpty() && call.inferred().isOpen(result)) {
      given(node, call);
    }
    return close(call, result);
  }

  /** The type of the parameter that argument {@code i} of a call is passed for. */
  Type parameter(int node, int i) {
    typing.resolve(node);
    Call call = typing.meanings.call(node);
    if (call == null) {
      return Basic.UNKNOWN;
    }
    Type formal = formal(call, i);
    if (!call.inferred().isEmpty()) {
      given(node, call);
      for (int j = 0; j < i && isUndecided(call, formal); j++) {
        take(node, call, j);
      }
      if (isUndecided(call, formal)) {
        expect(node, call, resultOf(node, call));
      }
    }
    return close(call, formal);
  }

  private boolean isUndecided(Call call, Type formal) {
    if (!call.inferred().isOpen(formal)) {
      return false;
    }
    FunctionType function = world.unification.function(formal);
    return function == null
        || function.parameters().stream().anyMatch(one -> call.inferred().isOpen(one));
  }

  private Type formal(Call call, int i) {
    FunctionType function = call.function();
    if (function != null) {
      return i < function.parameters().size() ? function.parameters().get(i) : Basic.UNKNOWN;
    }
    Type[] parameters = world.signatures.parameters(call.callable());
    return call.seen(Overloads.parameter(parameters, i, call.isVariadic(), world));
  }

  private Type close(Call call, Type type) {
    Bindings inferred = call.inferred();
    return inferred.isEmpty() ? type : inferred.applyClosing(type, world.signatures);
  }

  /** Takes the arguments into account whose types are known by themselves. */
  private void given(int node, Call call) {
    int list = facts.list(node);
    for (int i = 0; i < facts.listSize(list); i++) {
      int argument = facts.listItem(list, i);
      if (!isFunction(argument) && call.isFresh(i)) {
        typing.resolve(argument);
        Call inner = typing.meanings.call(argument);
        if (inner == null || isSettled(argument, inner)) {
          call.take(i);
          world.unification.argument(
              formal(call, i),
              inner == null ? typing.type(argument) : result(argument, inner),
              call.inferred());
        }
      }
    }
  }

  private boolean isSettled(int node, Call call) {
    if (call.inferred().isEmpty()) {
      return true;
    }
    provisional(node, call);
    return !call.inferred().isOpen(resultOf(node, call));
  }

  private boolean isFunction(int node) {
    int form = facts.form(node);
    return form == Form.LAMBDA
        || form == Form.LAMBDA_BLOCK
        || form == Form.METHOD_REFERENCE
        || (form == Form.SAME && isFunction(facts.first(node)));
  }

  /** Takes an argument into account that needs its surroundings to be understood. */
  private void take(int node, Call call, int i) {
    int argument = facts.listItem(facts.list(node), i);
    if (!call.take(i)) {
      return;
    }
    Type formal = formal(call, i);
    if (!isFunction(argument)) {
      world.unification.argument(formal, typing.type(argument), call.inferred());
      return;
    }
    FunctionType wanted = world.unification.function(formal);
    FunctionType given = wanted == null ? null : function(argument, wanted.parameters().size());
    if (wanted != null && given != null) {
      for (int p = 0; p < Math.min(wanted.parameters().size(), given.parameters().size()); p++) {
        world.unification.argument(
            wanted.parameters().get(p), given.parameters().get(p), call.inferred());
      }
      if (given.result() != Basic.VOID) {
        world.unification.argument(wanted.result(), given.result(), call.inferred());
      }
    }
  }

  private @Nullable FunctionType function(int node, int arity) {
    return switch (facts.form(node)) {
      case Form.SAME -> function(facts.first(node), arity);
      case Form.METHOD_REFERENCE -> typing.references.function(node, arity);
      default -> lambda(node);
    };
  }

  /** Whether a function written in place gives promises of what it returns. */
  static boolean isAsync(FileFacts facts, int lambda) {
    int words = facts.nodeName(lambda);
    return words >= 0 && facts.string(words).startsWith("async");
  }

  private Type resultOf(int lambda) {
    int list = facts.list(lambda);
    if (typing.rules.structural()) {
      if (facts.first(lambda) >= 0) {
        return world.writtenTypes.of(typing.file, facts.first(lambda));
      }
      List<Type> results = new ArrayList<>();
      for (int i = 0; i < facts.listSize(list); i++) {
        results.add(typing.type(facts.listItem(list, i)));
      }
      Type result = results.isEmpty() ? Basic.VOID : world.globals.union(results);
      return isAsync(facts, lambda) ? world.globals.promise(result) : result;
    }
    Type result = facts.listSize(list) == 0 ? Basic.VOID : Basic.UNKNOWN;
    for (int i = 0; i < facts.listSize(list); i++) {
      result = world.unification.common(result, typing.type(facts.listItem(list, i)));
    }
    return result;
  }

  /** The type of a function written in place. */
  FunctionType lambda(int node) {
    List<Type> parameters = new ArrayList<>();
    int scope = typing.expectations.scopeOf(node);
    for (int at = scope < 0 ? -1 : facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.PARAMETER) {
        Type written =
            facts.type(at) < 0 && !typing.rules.structural()
                ? Basic.UNKNOWN
                : world.signatures.of(typing.declarations.declaration(typing.file, at));
        parameters.addFirst(written);
      }
    }
    return new FunctionType(List.copyOf(parameters), resultOf(node));
  }

  private void expect(int node, Call call, Type result) {
    if (!call.isExpectationFresh()) {
      return;
    }
    call.expecting();
    Type expected = typing.expectations.of(node);
    if (expected == Basic.UNKNOWN) {
      call.notExpecting();
      return;
    }
    world.unification.result(call.inferred().apply(result), expected, call.inferred());
  }
}
