package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.lang.FileFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * References to methods and constructors: which one they mean, which depends on the function that
 * is asked for where they stand.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class References {
  private static final long ANY_ARITY = -1L;
  private static final long LENGTH_ONLY = 1L << 1;

  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;

  References(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
  }

  void resolve(int node) {
    Type receiver = receiver(node);
    var candidates = new Candidates();
    collect(node, receiver, candidates);
    if (candidates.size() == 0) {
      without(node, receiver);
      return;
    }
    FunctionType wanted =
        candidates.size() == 1 ? null : world.unification.function(typing.expectations.of(node));
    int before = candidates.size();
    boolean certain = before == 1 || (wanted != null && choose(node, candidates, wanted));
    boolean named = typing.meaning(facts.first(node)) == Meanings.TYPE;
    Evidence evidence = !certain ? Evidence.IMPORTED : named ? Evidence.EXACT : Evidence.TYPED;
    if (!certain) {
      typing.findings.leftOut(before - 1);
    }
    typing.refer(node, candidates.get(0), evidence);
  }

  private Type receiver(int node) {
    int first = facts.first(node);
    if (first < 0) {
      return Basic.UNKNOWN;
    }
    Type type =
        typing.meaning(first) == Meanings.TYPE ? typing.meanings.typeOf(first) : typing.type(first);
    return world.applicability.upper(type);
  }

  private void collect(int node, Type receiver, Candidates candidates) {
    if (facts.role(node) != Role.CONSTRUCT) {
      int name = declarations.nameId(typing.file, facts.nodeName(node));
      typing.calls.collect(receiver, name, candidates);
    } else if (receiver instanceof ClassType named) {
      world.members.constructors(named, typing.file, candidates);
    }
  }

  /** A constructor that is implied is its type, an accessor that is implied its component. */
  private void without(int node, Type receiver) {
    if (receiver instanceof ClassType named) {
      if (facts.role(node) == Role.CONSTRUCT) {
        typing.refer(node, named.declaration(), Evidence.EXACT);
        return;
      }
      int name = declarations.nameId(typing.file, facts.nodeName(node));
      int component = world.members.component(named.declaration(), name);
      if (component >= 0) {
        typing.refer(node, component, Evidence.EXACT);
        return;
      }
    }
    if (receiver == Basic.UNKNOWN && facts.role(node) != Role.CONSTRUCT) {
      typing.calls.byNameOnly(node);
      return;
    }
    typing.findings.unresolved(node);
  }

  private boolean choose(int node, Candidates candidates, FunctionType wanted) {
    int given = wanted.parameters().size();
    int kept = 0;
    for (int i = 0; i < candidates.size(); i++) {
      if (takes(node, candidates.get(i), given)) {
        candidates.swap(kept++, i);
      }
    }
    if (kept == 0) {
      return false;
    }
    candidates.keep(kept);
    if (kept == 1) {
      return true;
    }
    boolean bound = isBound(node, candidates.get(0), given);
    List<Type> types =
        bound ? wanted.parameters() : wanted.parameters().subList(1, wanted.parameters().size());
    Argument[] arguments = types.stream().map(Argument.Given::new).toArray(Argument[]::new);
    boolean certain = world.overloads.choose(candidates, arguments);
    candidates.keep(1);
    return certain;
  }

  private boolean takes(int node, int callable, int given) {
    int parameters = world.signatures.parameters(callable).length;
    int passed = isBound(node, callable, given) ? given : given - 1;
    return parameters == passed
        || (world.signatures.isVariadic(callable) && passed >= parameters - 1);
  }

  /** Whether the function's parameters are all arguments; otherwise the first is the receiver. */
  private boolean isBound(int node, int callable, int given) {
    return facts.role(node) == Role.CONSTRUCT
        || given == 0
        || typing.meaning(facts.first(node)) != Meanings.TYPE
        || Modifiers.has(declarations.modifiers(callable), Modifiers.STATIC);
  }

  /** What the reference passes to a call of which the callable is not known yet. */
  Argument argument(int node) {
    Type receiver = receiver(node);
    var candidates = new Candidates();
    collect(node, receiver, candidates);
    if (receiver instanceof ArrayType && facts.role(node) == Role.CONSTRUCT) {
      return new Argument.Reference(LENGTH_ONLY, receiver);
    }
    if (candidates.size() == 0) {
      return new Argument.Reference(ANY_ARITY, Basic.UNKNOWN);
    }
    long arities = 0;
    for (int i = 0; i < candidates.size(); i++) {
      int callable = candidates.get(i);
      int parameters = world.signatures.parameters(callable).length;
      int passed = isBound(node, callable, parameters + 1) ? parameters : parameters + 1;
      arities |= world.signatures.isVariadic(callable) ? ANY_ARITY << (passed - 1) : 1L << passed;
    }
    Type result =
        candidates.size() == 1
            ? result(node, candidates.get(0), candidates.view(0))
            : Basic.UNKNOWN;
    return new Argument.Reference(arities, result);
  }

  private Type result(int node, int callable, @Nullable ClassType view) {
    if (facts.role(node) == Role.CONSTRUCT) {
      return view == null ? Basic.UNKNOWN : view;
    }
    Type result = world.signatures.of(callable);
    return view == null ? result : world.hierarchy.bindings(view).apply(result);
  }

  /** The function that a reference gives where one of {@code arity} parameters is asked for. */
  @Nullable FunctionType function(int node, int arity) {
    Type receiver = receiver(node);
    FunctionType wanted = world.unification.function(typing.expectations.of(node));
    var candidates = new Candidates();
    collect(node, receiver, candidates);
    if (candidates.size() == 0) {
      boolean made = facts.role(node) == Role.CONSTRUCT && receiver != Basic.UNKNOWN;
      return made ? new FunctionType(List.of(), receiver) : component(node, receiver, arity);
    }
    if (candidates.size() > 1 && (wanted == null || !choose(node, candidates, wanted))) {
      return null;
    }
    int callable = candidates.get(0);
    ClassType view = candidates.view(0);
    boolean bound = isBound(node, callable, arity);
    if (!bound && wanted != null && view != null) {
      ClassType seen = world.hierarchy.asSuper(wanted.parameters().getFirst(), view.declaration());
      view = seen == null || seen.argumentCount() == 0 ? view : seen;
    }
    Bindings seen = view == null ? new Bindings() : world.hierarchy.bindings(view);
    List<Type> parameters = new ArrayList<>();
    if (!bound) {
      parameters.add(receiver);
    }
    for (Type parameter : world.signatures.parameters(callable)) {
      parameters.add(seen.apply(parameter));
    }
    var open = new Bindings();
    world.signatures.open(callable, open);
    if (wanted != null) {
      int offset = bound ? 0 : 1;
      for (int i = offset; i < Math.min(parameters.size(), wanted.parameters().size()); i++) {
        world.unification.argument(parameters.get(i), wanted.parameters().get(i), open);
      }
    }
    Type result = open.applyClosing(result(node, callable, view), world.signatures);
    return new FunctionType(parameters.stream().map(open::apply).toList(), result);
  }

  private @Nullable FunctionType component(int node, Type receiver, int arity) {
    int name = declarations.nameId(typing.file, facts.nodeName(node));
    int found =
        receiver instanceof ClassType named && arity == 1
            ? world.members.component(named.declaration(), name)
            : -1;
    return found < 0 ? null : new FunctionType(List.of(receiver), world.signatures.of(found));
  }
}
