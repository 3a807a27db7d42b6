package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What uses of declarations mean in a structural language: functions are values, values of function
 * type are called, and one of several signatures is chosen in their order.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Structural {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Meanings meanings;

  Structural(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    meanings = typing.meanings;
  }

  /** A name, or a member seen through {@code view}, used for what its declaration is. */
  void use(int node, int declaration, @Nullable ClassType view, Evidence evidence) {
    SymbolKind kind = declarations.kind(declaration);
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    if (called && kind == SymbolKind.CLASS) {
      typing.calls.constructed(node, ClassType.of(declaration), evidence);
    } else if (called && kind.isCallable()) {
      refer(node, declaration, evidence);
      call(node, declaration, view);
    } else {
      refer(node, declaration, evidence);
      if (kind.isType() || kind == SymbolKind.NAMESPACE) {
        meanings.type(node, ClassType.of(world.merged.representative(declaration)));
      } else {
        value(node, valueType(declaration), view, called);
      }
    }
  }

  /** A member that each part of a type may have; which one it is only a program's run tells. */
  void useAll(int node, List<Members.Member> members, Evidence evidence) {
    if (members.size() == 1) {
      use(node, members.getFirst().declaration(), members.getFirst().view(), evidence);
      return;
    }
    Evidence seen = evidence.atLeast(Evidence.IMPORTED) ? Evidence.IMPORTED : evidence;
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    List<Type> types = new ArrayList<>();
    for (int i = members.size() - 1; i >= 0; i--) {
      Members.Member one = members.get(i);
      use(node, one.declaration(), one.view(), seen);
      if (meanings.of(node) == Meanings.VALUE && !called) {
        types.addFirst(meanings.typeOf(node));
      }
    }
    if (!called) {
      meanings.value(node, world.globals.union(types));
    }
  }

  /** A construction of what a name means when a program runs. */
  void construct(int node) {
    int written = facts.first(node);
    if (written < 0 || facts.form(written) != Form.TYPE_NAME) {
      meanings.value(node, Basic.UNKNOWN);
      typing.findings.unresolved(node);
      return;
    }
    List<Members.Member> found = made(written);
    if (found.isEmpty()) {
      Type type = world.writtenTypes.of(typing.file, written);
      meanings.value(node, type instanceof ClassType ? type : Basic.OUTSIDE);
      typing.findings.unresolved(node);
      return;
    }
    Members.Member target = found.getFirst();
    if (declarations.kind(target.declaration()) == SymbolKind.CLASS) {
      Type type = world.writtenTypes.of(typing.file, written);
      boolean same =
          type instanceof ClassType named && named.declaration() == target.declaration();
      typing.calls.constructed(
          node,
          same ? (ClassType) type : ClassType.of(target.declaration()),
          facts.first(written) < 0 ? Evidence.EXACT : Evidence.TYPED);
      return;
    }
    refer(node, target.declaration(), facts.first(written) < 0 ? Evidence.EXACT : Evidence.TYPED);
    value(node, valueType(target.declaration()), target.view(), true);
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

  private List<Members.Member> made(int written) {
    int qualifier = facts.first(written);
    if (qualifier < 0) {
      Members.Member found = typing.names.variable(written);
      return found == null ? List.of() : List.of(found);
    }
    int name = declarations.nameId(typing.file, facts.nodeName(written));
    byte meaning = typing.meaning(qualifier);
    if (meaning == Meanings.MODULE) {
      int found =
          world.imports.exported(meanings.moduleFile(qualifier), name, Wanted.RUNTIME);
      return found < 0 ? List.of() : List.of(new Members.Member(found, Members.NO_VIEW));
    }
    boolean statics = meaning == Meanings.TYPE;
    Type type = statics ? meanings.typeOf(qualifier) : typing.type(qualifier);
    return members(type, name, statics);
  }

  private void refer(int node, int declaration, Evidence evidence) {
    if (facts.isReference(node)) {
      typing.refer(node, world.merged.representative(original(declaration)), evidence);
    }
  }

  /** The variable that a narrowed one is. */
  private int original(int declaration) {
    int at = declaration;
    while (declarations.kind(at) == SymbolKind.LOCAL && declarations.fileOf(at) == typing.file) {
      int initializer = facts.initializer(declarations.local(at));
      if (initializer < 0 || facts.form(initializer) != Form.NARROWED) {
        return at;
      }
      Members.Member outer = typing.names.variable(initializer);
      if (outer == null || outer.declaration() == at) {
        return at;
      }
      at = outer.declaration();
    }
    return at;
  }

  private Type valueType(int declaration) {
    if (declarations.kind(declaration) == SymbolKind.PROPERTY) {
      for (int one : world.merged.siblings(declaration)) {
        Type type = world.values.of(one);
        if (type != Basic.UNKNOWN) {
          return type;
        }
      }
    }
    return world.values.of(declaration);
  }

  private void value(int node, Type declared, @Nullable ClassType view, boolean called) {
    Type type =
        view == null || view.argumentCount() == 0
            ? declared
            : world.hierarchy.bindings(view).apply(declared);
    if (called) {
      callOf(node, type);
    } else {
      meanings.value(node, type);
    }
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
      case WildcardType _, Basic _ -> {}
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
  private void call(int node, int callable, @Nullable ClassType view) {
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
    Bindings seen = view == null || view.declaration() < 0 ? new Bindings() : world.hierarchy.bindings(view);
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

  /** The type of what {@code this} is at a node. */
  Type self(int node) {
    boolean own = false;
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      int kind = facts.scopeKind(at);
      int declared = kind == ScopeKind.LAMBDA || kind == ScopeKind.FUNCTION ? thisIn(at) : -1;
      if (declared >= 0) {
        return world.signatures.of(declarations.declaration(typing.file, declared));
      }
      if (kind == ScopeKind.LAMBDA) {
        int name = facts.nodeName(facts.lambdaOf(at));
        own |= name >= 0 && facts.string(name).endsWith("function");
      } else if (kind == ScopeKind.FUNCTION && facts.scopeOwner(at) >= 0) {
        SymbolKind owner = facts.kind(facts.scopeOwner(at));
        own |= owner == SymbolKind.METHOD || owner == SymbolKind.PROPERTY;
      } else if (kind == ScopeKind.TYPE && facts.scopeOwner(at) >= 0) {
        int owner = facts.scopeOwner(at);
        boolean object =
            facts.initializer(owner) >= 0 && facts.form(facts.initializer(owner)) == Form.OBJECT;
        if (own && object) {
          Type expected = typing.expectations.of(facts.initializer(owner));
          Type itself = world.hierarchy.self(declarations.declaration(typing.file, owner));
          return isKnown(expected) ? new CompoundType(false, List.of(itself, expected)) : itself;
        }
        if (!object) {
          return world.hierarchy.self(
              world.merged.representative(declarations.declaration(typing.file, owner)));
        }
      }
    }
    return Basic.UNKNOWN;
  }

  private int thisIn(int scope) {
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.LOCAL && facts.string(facts.name(at)).equals("this")) {
        return at;
      }
    }
    return -1;
  }

  /** The type of a variable where a condition holds. */
  Type narrowed(int node) {
    Members.Member outer = typing.names.variable(node);
    Type before = outer == null ? Basic.UNKNOWN : typing.typeOf(outer.declaration());
    int first = facts.first(node);
    int form = facts.form(first);
    if (form == Form.TYPE_NAME || form == Form.TYPE_PRIMITIVE) {
      return narrow(before, world.writtenTypes.of(typing.file, first));
    }
    Type guarded = guarded(first, facts.nodeName(node));
    return guarded == Basic.UNKNOWN ? before : narrow(before, guarded);
  }

  private Type guarded(int call, int variable) {
    typing.resolve(call);
    Call made = meanings.call(call);
    if (made == null || made.isOfValue()) {
      return Basic.UNKNOWN;
    }
    int file = declarations.fileOf(made.callable());
    FileFacts there = declarations.facts(file);
    int local = declarations.local(made.callable());
    int type = there.type(local);
    if (type < 0 || there.form(type) != Form.TYPE_GUARD) {
      return Basic.UNKNOWN;
    }
    int place = Expectations.place(there, local, there.nodeName(type));
    int list = facts.list(call);
    int argument = place < 0 || place >= facts.listSize(list) ? -1 : facts.listItem(list, place);
    if (argument < 0
        || facts.form(argument) != Form.NAME
        || facts.nodeName(argument) != variable) {
      return Basic.UNKNOWN;
    }
    Type written = made.seen(world.writtenTypes.of(file, there.first(type)));
    typing.inference.takeAll(call, made);
    return made.inferred().applyClosing(written, world.signatures);
  }

  private Type narrow(Type before, Type to) {
    Type known = world.applicability.upper(before);
    if (known instanceof CompoundType(boolean union, var parts) && union) {
      List<Type> kept = new ArrayList<>();
      for (Type part : parts) {
        if (isA(part, to)) {
          kept.add(part);
        }
      }
      return kept.isEmpty() ? to : world.globals.union(kept);
    }
    if (to == Basic.UNKNOWN || to == Basic.OUTSIDE) {
      return isKnown(before) ? before : to;
    }
    return isA(known, to) ? before : to;
  }

  private static boolean isKnown(Type type) {
    return type != Basic.UNKNOWN && type != Basic.OUTSIDE;
  }

  private boolean isA(Type type, Type wanted) {
    Type target = world.applicability.upper(wanted);
    if (target instanceof CompoundType(boolean union, var parts)) {
      return union && parts.stream().anyMatch(part -> isA(type, part));
    }
    return target instanceof ClassType named
        && world.hierarchy.asSuper(world.aliases.expand(type), named.declaration()) != null;
  }

  /** Every member of that name in the parts of a type. */
  List<Members.Member> members(Type type, int name, boolean statics) {
    List<Members.Member> found = new ArrayList<>(1);
    members(type, name, statics, found, 0);
    return found;
  }

  private void members(
      Type type, int name, boolean statics, List<Members.Member> found, int depth) {
    Type at = world.applicability.upper(type);
    if (depth > 5) {
      return;
    }
    if (at instanceof CompoundType(boolean _, var parts)) {
      parts.forEach(part -> members(part, name, statics, found, depth + 1));
    } else if (at instanceof ClassType named && named.declaration() >= 0) {
      Members.Member member = world.members.nearest(named, name, Wanted.RUNTIME, typing.file);
      if (member != null) {
        Members.Member own = sided(member, statics);
        if (found.stream().noneMatch(one -> one.declaration() == own.declaration())) {
          found.add(own);
        }
      }
    }
  }

  /** Of a static member and one of instances with the same name, the one that is meant. */
  private Members.Member sided(Members.Member member, boolean statics) {
    if (isStatic(member.declaration()) == statics) {
      return member;
    }
    for (int one = declarations.olderMember(member.declaration());
        one >= 0;
        one = declarations.olderMember(one)) {
      if (isStatic(one) == statics) {
        return new Members.Member(one, member.view());
      }
    }
    return member;
  }

  private boolean isStatic(int declaration) {
    return Modifiers.has(declarations.modifiers(declaration), Modifiers.STATIC);
  }
}
