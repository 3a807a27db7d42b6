package dev.sextant.resolve;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What uses of declarations mean in a structural language, where functions are values and a member
 * may be one in each part of a union.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Structural {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final Meanings meanings;
  final Signing calls;

  Structural(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    meanings = typing.meanings;
    calls = new Signing(typing);
  }

  /** A name, or a member seen through {@code view}, used for what its declaration is. */
  void use(int node, int declaration, @Nullable ClassType view, Evidence evidence) {
    SymbolKind kind = declarations.kind(declaration);
    int required = kind == SymbolKind.LOCAL ? required(declaration) : -1;
    if (required >= 0) {
      typing.names.use(node, required, null, evidence);
      return;
    }
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    if (called && kind == SymbolKind.CLASS) {
      typing.calls.constructed(node, ClassType.of(declaration), evidence);
    } else if (called && kind.isCallable()) {
      refer(node, declaration, evidence);
      calls.call(node, declaration, view);
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
      boolean same = type instanceof ClassType named && named.declaration() == target.declaration();
      typing.calls.constructed(
          node,
          same ? (ClassType) type : ClassType.of(target.declaration()),
          facts.first(written) < 0 ? Evidence.EXACT : Evidence.TYPED);
      return;
    }
    SymbolKind kind = declarations.kind(target.declaration());
    if (kind == SymbolKind.FILE || kind == SymbolKind.NAMESPACE) {
      meanings.value(node, Basic.UNKNOWN);
      typing.findings.unresolved(node);
      return;
    }
    refer(node, target.declaration(), facts.first(written) < 0 ? Evidence.EXACT : Evidence.TYPED);
    value(node, valueType(target.declaration()), target.view(), true);
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
      int found = world.imports.exported(meanings.moduleFile(qualifier), name, Wanted.RUNTIME);
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

  /** What a local variable holds of a module that is required where it is declared, or -1. */
  private int required(int declaration) {
    int initializer =
        declarations.fileOf(declaration) == typing.file
            ? facts.initializer(declarations.local(declaration))
            : -1;
    boolean member = initializer >= 0 && facts.form(initializer) == Form.MEMBER;
    int binding = member ? facts.first(initializer) : initializer;
    if (binding < 0 || facts.form(binding) != Form.BINDING) {
      return -1;
    }
    if (typing.meaning(binding) != Meanings.MODULE) {
      Members.Member whole = member ? null : typing.names.variable(binding);
      return whole == null || isLocal(whole.declaration()) ? -1 : whole.declaration();
    }
    int module = meanings.moduleFile(binding);
    return member
        ? world.imports.exported(
            module, declarations.nameId(typing.file, facts.nodeName(initializer)), Wanted.RUNTIME)
        : declarations.declaration(module, 0);
  }

  private boolean isLocal(int declaration) {
    SymbolKind kind = declarations.kind(declaration);
    return kind == SymbolKind.LOCAL || kind == SymbolKind.PARAMETER;
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
      calls.callOf(node, type);
    } else {
      meanings.value(node, type);
    }
  }

  /** A member of a value, or of the class that is named. */
  void member(int node, Type receiver, int name, boolean called, Evidence evidence) {
    boolean statics = typing.meaning(facts.first(node)) == Meanings.TYPE;
    List<Members.Member> found = members(receiver, name, statics);
    if (!found.isEmpty()) {
      useAll(node, found, evidence);
      return;
    }
    if (statics && declarations.name(name).equals("prototype")) {
      meanings.value(
          node,
          receiver instanceof ClassType named
              ? world.hierarchy.self(named.declaration())
              : receiver);
      return;
    }
    if (receiver == Basic.OUTSIDE || world.hierarchy.isFromOutside(receiver)) {
      meanings.value(node, Basic.OUTSIDE);
      typing.findings.unresolved(node);
    } else {
      typing.names.unknown(node, called);
    }
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
