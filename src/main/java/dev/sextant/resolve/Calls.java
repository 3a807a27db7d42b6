package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which callables the calls and constructions of one file go to.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Calls {
  /** More same-named callables than this are no answer, and are counted instead. */
  static final int MAX_NAMED = 4;

  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Meanings meanings;
  private final int file;

  Calls(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    meanings = typing.meanings;
    file = typing.file;
  }

  /** A call of a simple name: of the innermost type that has it, or of a static import. */
  void simple(int node) {
    int name = declarations.nameId(file, facts.nodeName(node));
    var candidates = new Candidates();
    boolean whole = true;
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      if (facts.scopeKind(at) == ScopeKind.TYPE) {
        int owner = declarations.declaration(file, facts.scopeOwner(at));
        world.members.callables(world.hierarchy.self(owner), name, file, candidates);
        if (candidates.size() > 0 || accessor(node, ClassType.of(owner), name, Evidence.EXACT)) {
          break;
        }
        whole &= world.hierarchy.ancestry(owner).isWhole();
      }
    }
    if (meanings.of(node) == Meanings.VALUE) {
      return;
    }
    if (candidates.size() == 0) {
      whole &= staticImports(name, candidates);
    }
    if (candidates.size() > 0) {
      chosen(node, candidates, whole ? Evidence.EXACT : Evidence.IMPORTED);
    } else {
      // A name that nothing in reach declares is inherited or imported from outside.
      meanings.value(node, whole ? Basic.UNKNOWN : Basic.OUTSIDE);
      typing.findings.unresolved(node);
    }
  }

  /** Adds what static imports bring; whether all of their types were found. */
  private boolean staticImports(int name, Candidates candidates) {
    boolean whole = true;
    for (int row = 0; row < facts.importCount(); row++) {
      if (facts.importKind(row) == ImportKind.STATIC_NAMED
          && declarations.nameId(file, facts.importName(row)) == name) {
        whole &= staticImport(row, name, candidates);
      }
    }
    for (int row = 0; candidates.size() == 0 && row < facts.importCount(); row++) {
      if (facts.importKind(row) == ImportKind.STATIC_WILDCARD) {
        whole &= staticImport(row, name, candidates);
      }
    }
    return whole;
  }

  private boolean staticImport(int row, int name, Candidates candidates) {
    int type = world.imports.target(file, row);
    if (type < 0) {
      return false;
    }
    world.members.callables(ClassType.of(type), name, file, candidates);
    return true;
  }

  /** A call of a member of a value or a type. */
  void member(int node, Type type, Evidence evidence) {
    Type receiver = world.applicability.upper(type);
    int name = declarations.nameId(file, facts.nodeName(node));
    var candidates = new Candidates();
    boolean whole = collect(receiver, name, candidates);
    if (candidates.size() > 0) {
      chosen(node, candidates, evidence);
      if (receiver instanceof ArrayType && declarations.name(name).equals("clone")) {
        meanings.value(node, receiver);
      }
    } else if (receiver instanceof ClassType named && accessor(node, named, name, evidence)) {
      return;
    } else if (receiver == Basic.UNKNOWN) {
      byNameOnly(node);
    } else {
      meanings.value(node, whole ? Basic.UNKNOWN : Basic.OUTSIDE);
      typing.findings.unresolved(node);
    }
  }

  /** Adds the callable members of a type; whether all of the type's supertypes were found. */
  boolean collect(Type receiver, int name, Candidates candidates) {
    return switch (receiver) {
      case ClassType named -> {
        world.members.callables(named, name, file, candidates);
        yield world.hierarchy.ancestry(named.declaration()).isWhole();
      }
      case CompoundType compound -> {
        boolean whole = true;
        for (Type part : compound.parts()) {
          if (candidates.size() == 0) {
            whole &= collect(world.applicability.upper(part), name, candidates);
          }
        }
        yield whole;
      }
      case ArrayType _ -> collect(world.members.root(), name, candidates);
      case TypeVariable _, WildcardType _, FunctionType _ -> true;
      case OutsideType _ -> false;
      case Basic basic -> basic != Basic.OUTSIDE;
    };
  }

  // The accessor of a record's component is implied; its declaration is the component.
  private boolean accessor(int node, ClassType type, int name, Evidence evidence) {
    int component =
        facts.listSize(facts.list(node)) > 0
            ? -1
            : world.members.component(type.declaration(), name);
    if (component < 0) {
      return false;
    }
    typing.refer(node, component, evidence);
    meanings.value(node, world.hierarchy.bindings(type).apply(world.signatures.of(component)));
    return true;
  }

  /** A call of which nothing but the name is known. */
  void byNameOnly(int node) {
    int name = declarations.nameId(file, facts.nodeName(node));
    String language = declarations.language(file).id();
    int arity = facts.listSize(facts.list(node));
    int[] shown = new int[MAX_NAMED];
    int count = 0;
    for (int at : world.asking.callables(name)) {
      if (declarations.language(declarations.fileOf(at)).id().equals(language)
          && takes(at, arity)
          && (!typing.rules.structural() || world.merged.representative(at) == at)) {
        if (count < MAX_NAMED) {
          shown[count] = at;
        }
        count++;
      }
    }
    meanings.value(node, Basic.UNKNOWN);
    if (count == 0 || count > MAX_NAMED || world.globals.isCommon(name)) {
      typing.findings.unresolved(node);
      typing.findings.leftOut(count);
      return;
    }
    for (int i = 0; i < count; i++) {
      typing.refer(node, shown[i], Evidence.NAMED);
    }
  }

  private boolean takes(int callable, int arity) {
    return typing.rules.structural()
        ? world.overloads.takes(callable, arity)
        : world.signatures.parameters(callable).length == arity;
  }

  /** A call of the one callable that a name means. */
  void single(int node, int callable, @Nullable ClassType view, Evidence evidence) {
    var candidates = new Candidates();
    candidates.add(callable, view == null || view.declaration() < 0 ? null : view);
    chosen(node, candidates, evidence);
  }

  private void chosen(int node, Candidates candidates, Evidence evidence) {
    typing.refer(node, choose(node, candidates), evidenceOf(candidates, evidence));
  }

  private static Evidence evidenceOf(Candidates candidates, Evidence evidence) {
    return candidates.size() == 1 || !evidence.atLeast(Evidence.IMPORTED)
        ? evidence
        : Evidence.IMPORTED;
  }

  /** Chooses by the arguments and keeps the call; uncertain choices leave several candidates. */
  private int choose(int node, Candidates candidates) {
    int list = facts.list(node);
    int count = facts.listSize(list);
    int all = candidates.size();
    if (all > 1) {
      world.overloads.byArity(candidates, count);
    }
    if (candidates.size() > 1) {
      Argument[] arguments = new Argument[count];
      for (int i = 0; i < count; i++) {
        arguments[i] = typing.expectations.argument(facts.listItem(list, i));
      }
      int before = candidates.size();
      if (!world.overloads.choose(candidates, arguments)) {
        candidates.keep(1);
        candidates.add(candidates.get(0), candidates.view(0));
        typing.findings.leftOut(before - 1);
      }
    }
    keep(node, candidates, count);
    return candidates.get(0);
  }

  /** Keeps the first of the candidates as what the call at a node goes to. */
  void keep(int node, Candidates candidates, int count) {
    keep(node, candidates.get(0), candidates.view(0), count);
  }

  private void keep(int node, int callable, @Nullable ClassType view, int count) {
    Type[] parameters = world.signatures.parameters(callable);
    boolean variadic =
        world.signatures.isVariadic(callable)
            && (parameters.length != count || !takesArray(node, count));
    Bindings seen = view == null ? new Bindings() : world.hierarchy.bindings(view);
    var inferred = new Bindings();
    world.signatures.open(callable, inferred);
    writtenArguments(node, callable, inferred);
    meanings.value(node, Basic.UNKNOWN);
    meanings.call(node, new Call(callable, variadic, seen, inferred));
  }

  /** Type arguments that a call writes leave nothing to be inferred. */
  private void writtenArguments(int node, int callable, Bindings inferred) {
    int receiver = facts.form(node) == Form.MEMBER ? facts.first(node) : -1;
    if (receiver < 0 || facts.form(receiver) != Form.TYPE_ARGUMENTS) {
      return;
    }
    int list = facts.list(receiver);
    int there = declarations.fileOf(callable);
    FileFacts facing = declarations.facts(there);
    int parameters = facing.typeParameters(declarations.local(callable));
    for (int i = 0; i < Math.min(facts.listSize(list), facing.listSize(parameters)); i++) {
      inferred.bind(
          declarations.declaration(there, facing.listItem(parameters, i)),
          world.writtenTypes.of(file, facts.listItem(list, i)));
    }
  }

  // The one argument at the last parameter's place may be the array itself.
  private boolean takesArray(int node, int count) {
    int last = count == 0 ? -1 : facts.listItem(facts.list(node), count - 1);
    if (last < 0) {
      return false;
    }
    int form = facts.form(last);
    return form != Form.LAMBDA
        && form != Form.LAMBDA_BLOCK
        && form != Form.METHOD_REFERENCE
        && typing.expectations.provisional(last) instanceof ArrayType;
  }

  void construct(int node) {
    if (typing.rules.structural()) {
      typing.structural.construct(node);
      return;
    }
    Type type = constructedType(node);
    if (type instanceof ClassType named) {
      constructed(node, named, Evidence.EXACT);
      int anonymous = typing.expectations.madeBy(node);
      if (anonymous >= 0) {
        meanings.value(node, ClassType.of(declarations.declaration(file, anonymous)));
      }
    } else {
      meanings.value(node, type);
      if (facts.isReference(node)) {
        typing.findings.unresolved(node);
      }
    }
  }

  private Type constructedType(int node) {
    int written = facts.first(node);
    if (written < 0) {
      int around = declarations.enclosingType(file, facts.nodeScope(node));
      return around < 0 ? Basic.UNKNOWN : ClassType.of(around);
    }
    int qualifier = facts.form(written) == Form.TYPE_NAME ? facts.first(written) : -1;
    if (qualifier >= 0 && typing.meaning(qualifier) == Meanings.VALUE) {
      int member =
          world.applicability.upper(typing.type(qualifier)) instanceof ClassType outer
              ? world.typeNames.member(
                  outer.declaration(), declarations.nameId(file, facts.nodeName(written)))
              : -1;
      return member < 0 ? Basic.UNKNOWN : ClassType.of(member);
    }
    Type type = world.writtenTypes.of(file, written);
    if (type.isOutside() && typing.meaning(written) == Meanings.TYPE) {
      return meanings.typeOf(written);
    }
    return type;
  }

  /** The edge of a construction goes to the constructor, or to the type where it is implicit. */
  void constructed(int node, ClassType type, Evidence evidence) {
    Role role = facts.form(node) == Form.DELEGATE ? Role.CALL : Role.CONSTRUCT;
    var candidates = new Candidates();
    String name = typing.rules.constructorName();
    if (name.isEmpty()) {
      world.members.constructors(type, file, candidates);
    } else {
      world.members.constructor(type, declarations.intern(name), candidates);
    }
    int target = type.declaration();
    Evidence seen = evidence;
    if (candidates.size() == 0) {
      meanings.value(node, type);
    } else if (typing.rules.structural()) {
      target = typing.structural.calls.constructor(node, type, candidates);
      typing.inference.made(node, type);
    } else {
      target = choose(node, candidates);
      seen = evidenceOf(candidates, evidence);
      typing.inference.made(node, type);
    }
    if (!declarations.isInWorkspace(target)) {
      typing.findings.unresolved(node);
    } else if (facts.isReference(node)) {
      typing.findings.found(node, target, role, seen);
    }
  }

  void delegate(int node) {
    typing.resolve(facts.first(node));
    if (meanings.typeOf(facts.first(node)) instanceof ClassType type) {
      constructed(node, type, Evidence.EXACT);
    } else {
      typing.findings.unresolved(node);
    }
  }
}
