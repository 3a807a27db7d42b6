package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which signatures calls of a structural language are made by: that of a value's function type, or
 * the first of a callable's that takes the arguments.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Signing {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Meanings meanings;

  Signing(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    meanings = typing.meanings;
  }

  /** Chooses among the signatures of a constructor; the target is the one with the body. */
  int constructor(int node, ClassType type, Candidates candidates) {
    int written = candidates.get(0);
    call(node, written, candidates.view(0));
    Call call = meanings.call(node);
    if (call != null && type.argumentCount() == 0) {
      ClassType self = world.hierarchy.self(type.declaration());
      for (int i = 0; i < self.argumentCount(); i++) {
        if (self.argument(i) instanceof TypeVariable(int variable)) {
          call.inferred().open(variable);
        }
      }
    }
    return world.merged.representative(written);
  }

  /** A call of a value of some type. */
  void callOf(int node, Type type) {
    Type called = world.applicability.upper(type);
    FunctionType function = world.unification.function(called);
    if (function == null) {
      meanings.value(node, called == Basic.OUTSIDE ? Basic.OUTSIDE : Basic.UNKNOWN);
      return;
    }
    meanings.value(node, Basic.UNKNOWN);
    meanings.call(node, new Call(function, open(function, node)));
  }

  /** The type parameters of a function that the surroundings of a call do not know. */
  private Bindings open(FunctionType function, int node) {
    var open = new Bindings();
    function.parameters().forEach(one -> open(one, node, open, 0));
    open(function.result(), node, open, 0);
    return open;
  }

  private void open(Type type, int node, Bindings open, int depth) {
    if (depth > 6) {
      return;
    }
    switch (type) {
      case TypeVariable(int variable) -> {
        if (!isAround(variable, node)) {
          open.open(variable);
        }
      }
      case ClassType named -> {
        for (int i = 0; i < named.argumentCount(); i++) {
          open(named.argument(i), node, open, depth + 1);
        }
      }
      case CompoundType(boolean _, var parts) ->
          parts.forEach(part -> open(part, node, open, depth + 1));
      case FunctionType(var parameters, Type result) -> {
        parameters.forEach(one -> open(one, node, open, depth + 1));
        open(result, node, open, depth + 1);
      }
      case ArrayType(Type element) -> open(element, node, open, depth + 1);
      case WildcardType _, OutsideType _, Basic _ -> {}
    }
  }

  private boolean isAround(int variable, int node) {
    if (declarations.fileOf(variable) != typing.file) {
      return false;
    }
    int scope = facts.scopeOf(declarations.local(variable));
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      if (at == scope) {
        return true;
      }
    }
    return false;
  }

  /** A call of a callable: the first of its signatures that takes the arguments. */
  void call(int node, int callable, @Nullable ClassType view) {
    List<Integer> signatures = world.merged.signatures(callable);
    int list = facts.list(node);
    int count = facts.listSize(list);
    int chosen = signatures.getFirst();
    if (signatures.size() > 1) {
      chosen = choose(signatures, view, list, count);
    }
    var candidates = new Candidates();
    candidates.add(chosen, view == null || view.declaration() < 0 ? null : view);
    typing.calls.keep(node, candidates, count);
    arguments(node);
  }

  private int choose(List<Integer> signatures, @Nullable ClassType view, int list, int count) {
    int byArity = -1;
    Argument[] arguments = new Argument[count];
    for (int i = 0; i < count; i++) {
      arguments[i] = typing.expectations.argument(facts.listItem(list, i));
    }
    for (int signature : signatures) {
      if (world.overloads.takes(signature, count)) {
        byArity = byArity < 0 ? signature : byArity;
        if (fits(signature, view, arguments)) {
          return signature;
        }
      }
    }
    return byArity < 0 ? signatures.getLast() : byArity;
  }

  private boolean fits(int signature, @Nullable ClassType view, Argument[] arguments) {
    Type[] parameters = world.signatures.parameters(signature);
    boolean variadic = world.signatures.isVariadic(signature);
    Bindings seen =
        view == null || view.declaration() < 0 ? new Bindings() : world.hierarchy.bindings(view);
    var open = new Bindings();
    world.signatures.open(signature, open);
    for (int i = 0; i < arguments.length; i++) {
      boolean rest = variadic && i >= parameters.length - 1;
      Type parameter = seen.apply(Overloads.parameter(parameters, i, rest, world));
      if (!world.acceptance.fits(parameter, arguments[i], open)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the written type arguments of a call for the callable's type parameters. */
  private void arguments(int node) {
    Call call = meanings.call(node);
    int first = facts.first(node);
    if (call == null || first < 0 || facts.form(first) != Form.TYPE_ARGUMENTS) {
      return;
    }
    int callable = call.callable();
    int file = declarations.fileOf(callable);
    FileFacts there = declarations.facts(file);
    int parameters = there.typeParameters(declarations.local(callable));
    int list = facts.list(first);
    int count = Math.min(there.listSize(parameters), facts.listSize(list));
    for (int i = 0; i < count; i++) {
      call.inferred()
          .bind(
              declarations.declaration(file, there.listItem(parameters, i)),
              world.writtenTypes.of(typing.file, facts.listItem(list, i)));
    }
  }
}
