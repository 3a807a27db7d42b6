package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * What simple names and members mean.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Names {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Meanings meanings;
  private final ModuleNames modules;
  private final int file;

  Names(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    meanings = typing.meanings;
    modules = new ModuleNames(typing);
    file = typing.file;
  }

  void name(int node) {
    if (!facts.isReference(node)) {
      return;
    }
    if (typing.rules.structural() && facts.first(node) >= 0) {
      typing.resolve(facts.first(node));
    }
    boolean called = facts.role(node).isCallLike();
    if (called && typing.rules.separateCallables()) {
      typing.calls.simple(node);
      return;
    }
    int name = declarations.nameId(file, facts.nodeName(node));
    Members.Member found = lexical(node, name, Wanted.by(typing.rules, called));
    if (found != null) {
      use(node, found.declaration(), found.view(), Evidence.EXACT);
    } else if (typing.rules.structural()) {
      // What no file in reach declares is a global of where the program runs.
      meanings.value(node, Basic.OUTSIDE);
      typing.findings.unresolved(node);
    } else if (called) {
      typing.calls.byNameOnly(node);
    } else {
      typeOrPackage(node);
    }
  }

  private void typeOrPackage(int node) {
    int type = world.typeNames.simple(file, facts.nodeScope(node), facts.nodeName(node));
    if (type >= 0 && declarations.kind(type).isType()) {
      meanings.type(node, ClassType.of(type));
      typing.refer(node, type, Evidence.EXACT);
    } else if (typing.rules.packages()) {
      packageName(node, facts.string(facts.nodeName(node)));
    } else {
      typing.findings.unresolved(node);
    }
  }

  private void packageName(int node, String name) {
    if (world.asking.isPackagePrefix(name)) {
      meanings.packageName(node, name);
    } else {
      meanings.type(node, Basic.OUTSIDE);
      if (facts.isReference(node)) {
        typing.findings.unresolved(node);
      }
    }
  }

  /** A name used for what its declaration is: a type, a callable, a module or a value. */
  void use(int node, int declaration, @Nullable ClassType view, Evidence evidence) {
    SymbolKind kind = declarations.kind(declaration);
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    if (kind == SymbolKind.FILE) {
      meanings.module(node, declarations.fileOf(declaration));
      if (facts.isReference(node)) {
        typing.refer(node, declaration, evidence);
      }
    } else if (typing.rules.structural()) {
      typing.structural.use(node, declaration, view, evidence);
    } else if (called && kind.isType()) {
      typing.calls.constructed(node, ClassType.of(declaration), evidence);
    } else if (called && kind.isCallable()) {
      typing.calls.single(node, declaration, view, evidence);
    } else {
      if (facts.isReference(node)) {
        typing.refer(node, declaration, evidence);
      }
      if (kind.isType()) {
        meanings.type(node, ClassType.of(declaration));
      } else {
        Type type = typing.typeOf(declaration);
        Type seen =
            view == null || view.argumentCount() == 0
                ? type
                : world.hierarchy.bindings(view).apply(type);
        meanings.value(node, called ? resultOf(seen) : seen);
      }
    }
  }

  private static Type resultOf(Type called) {
    return called instanceof FunctionType(var _, Type result) ? result : Basic.UNKNOWN;
  }

  /** A constant of the type that a switch is about, or a name like any other. */
  void caseName(int node) {
    int name = declarations.nameId(file, facts.nodeName(node));
    if (world.applicability.upper(typing.type(facts.first(node))) instanceof ClassType type) {
      Members.Member found = world.members.nearest(type, name, Wanted.VALUE, file);
      if (found != null && declarations.kind(found.declaration()) == SymbolKind.ENUM_CONSTANT) {
        use(node, found.declaration(), found.view(), Evidence.TYPED);
        return;
      }
    }
    name(node);
  }

  /** The variable that a node names without referring to it, null for none. */
  Members.@Nullable Member variable(int node) {
    int name = declarations.nameId(file, facts.nodeName(node));
    return lexical(node, name, Wanted.RUNTIME);
  }

  /** The value of a variable, taken without a reference. */
  void binding(int node) {
    Members.Member found = variable(node);
    if (found == null) {
      return;
    }
    SymbolKind kind = declarations.kind(found.declaration());
    if (kind == SymbolKind.FILE || kind.isType() || kind == SymbolKind.NAMESPACE) {
      use(node, found.declaration(), found.view(), Evidence.EXACT);
    } else {
      meanings.value(node, world.values.of(found.declaration()));
    }
  }

  /** What a simple name means at a node, going outwards from there; null for nothing. */
  private Members.@Nullable Member lexical(int node, int name, Wanted wanted) {
    int offset = facts.nodeStart(node);
    for (int at = facts.nodeScope(node); at >= 0; at = facts.scopeParent(at)) {
      Members.Member found =
          switch (facts.scopeKind(at)) {
            case ScopeKind.FILE -> null;
            case ScopeKind.TYPE ->
                typing.rules.membersInScope()
                    ? world.members.nearest(
                        world.hierarchy.self(declarations.declaration(file, facts.scopeOwner(at))),
                        name,
                        wanted,
                        file)
                    : modules.inNamespace(at, name, wanted);
            default -> inBlock(at, name, offset, wanted);
          };
      if (found != null) {
        return found;
      }
    }
    return typing.rules.packages() ? staticImport(name, wanted) : modules.inModule(name, wanted);
  }

  private Members.@Nullable Member inBlock(int scope, int name, int offset, Wanted wanted) {
    boolean declaredFirst = typing.rules.packages();
    for (int local = facts.lastIn(scope); local >= 0; local = facts.previousIn(local)) {
      if (declarations.nameId(file, facts.name(local)) == name
          && wanted.accepts(facts.kind(local))
          && !(declaredFirst && facts.nameStart(local) > offset)) {
        return plain(declarations.declaration(file, local));
      }
    }
    return null;
  }

  static Members.Member plain(int declaration) {
    return new Members.Member(declaration, Members.NO_VIEW);
  }

  static Members.@Nullable Member found(int declaration) {
    return declaration < 0 ? null : plain(declaration);
  }

  private Members.@Nullable Member staticImport(int name, Wanted wanted) {
    Members.Member onDemand = null;
    for (int row = 0; row < facts.importCount(); row++) {
      int kind = facts.importKind(row);
      boolean named =
          kind == ImportKind.STATIC_NAMED
              && declarations.nameId(file, facts.importName(row)) == name;
      int type = named || kind == ImportKind.STATIC_WILDCARD ? world.imports.target(file, row) : -1;
      if (type >= 0) {
        Members.Member found = world.members.nearest(ClassType.of(type), name, wanted, file);
        if (found != null && named) {
          return found;
        }
        onDemand = found != null ? found : onDemand;
      }
    }
    return onDemand;
  }

  void member(int node) {
    int receiver = facts.first(node);
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    int name = declarations.nameId(file, facts.nodeName(node));
    switch (typing.meaning(receiver)) {
      case Meanings.PACKAGE -> inPackage(node, meanings.packageName(receiver), name);
      case Meanings.MODULE -> {
        Wanted wanted = Wanted.by(typing.rules, called);
        int found = world.imports.exported(meanings.moduleFile(receiver), name, wanted);
        if (found >= 0 && facts.isReference(node)) {
          use(node, found, null, Evidence.IMPORTED);
        } else {
          typing.findings.unresolved(node);
        }
      }
      case Meanings.TYPE -> ofType(node, meanings.typeOf(receiver), name, called, Evidence.EXACT);
      case Meanings.VALUE -> {
        int form = facts.form(receiver);
        boolean certain = form == Form.THIS || form == Form.SUPER;
        ofType(
            node, typing.type(receiver), name, called, certain ? Evidence.EXACT : Evidence.TYPED);
      }
      default -> unknown(node, called);
    }
  }

  void unknown(int node, boolean called) {
    if (called) {
      typing.calls.byNameOnly(node);
    } else if (facts.isReference(node)) {
      typing.findings.unresolved(node);
    }
  }

  private void ofType(int node, Type type, int name, boolean called, Evidence evidence) {
    if (called && typing.rules.separateCallables()) {
      typing.calls.member(node, type, evidence);
      return;
    }
    Type receiver = world.applicability.upper(type);
    if (typing.rules.structural()) {
      typing.structural.member(node, receiver, name, called, evidence);
      return;
    }
    Members.Member found = nearest(receiver, name, Wanted.by(typing.rules, called));
    if (found != null) {
      use(node, found.declaration(), found.view(), evidence);
    } else if (receiver instanceof ArrayType) {
      meanings.value(
          node, facts.string(facts.nodeName(node)).equals("length") ? Basic.INT : Basic.UNKNOWN);
      typing.findings.unresolved(node);
    } else if (receiver.isOutside()) {
      meanings.value(node, Basic.OUTSIDE);
      typing.findings.unresolved(node);
    } else if (!memberType(node, receiver, name)) {
      unknown(node, called);
    }
  }

  private boolean memberType(int node, Type receiver, int name) {
    int type =
        receiver instanceof ClassType named
            ? world.typeNames.member(named.declaration(), name)
            : -1;
    if (type >= 0) {
      use(node, type, null, Evidence.EXACT);
    }
    return type >= 0;
  }

  private Members.@Nullable Member nearest(Type type, int name, Wanted wanted) {
    return switch (type) {
      case ClassType named -> world.members.nearest(named, name, wanted, file);
      case CompoundType compound -> {
        for (Type part : compound.parts()) {
          Members.Member found = nearest(world.applicability.upper(part), name, wanted);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case TypeVariable _, ArrayType _, WildcardType _, FunctionType _, OutsideType _, Basic _ ->
          null;
    };
  }

  private void inPackage(int node, String packageName, int name) {
    int type = world.asking.inPackage(packageName, name);
    if (type >= 0) {
      meanings.type(node, ClassType.of(type));
      if (facts.isReference(node)) {
        typing.refer(node, type, Evidence.EXACT);
      }
    } else {
      packageName(node, packageName + "." + declarations.name(name));
    }
  }
}
