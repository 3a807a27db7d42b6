package dev.sextant.index;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.index.NameLookup.Wanted;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;

/**
 * Finds which callables the calls and constructions of one file go to, once it is known whose they
 * are.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class CallLinker {
  /** More same-named callables than this are no answer, and are counted instead. */
  static final int MAX_NAMED = 4;

  private final Declarations declarations;
  private final TypeLookup types;
  private final NameLookup names;
  private final OverloadChoice overloads;
  private final int file;
  private final FileFacts facts;
  private final NodeMeanings meanings;
  private final Edges edges;
  private final Candidates candidates = new Candidates();
  private int[] arguments = new int[16];

  CallLinker(
      Declarations declarations,
      TypeLookup types,
      NameLookup names,
      OverloadChoice overloads,
      int file,
      NodeMeanings meanings,
      Edges edges) {
    this.declarations = declarations;
    this.types = types;
    this.names = names;
    this.overloads = overloads;
    this.file = file;
    this.facts = declarations.facts(file);
    this.meanings = meanings;
    this.edges = edges;
  }

  /**
   * The type that a call of a simple name goes to when no enclosing scope declares the callable:
   * what every type inherits, or the record whose accessor it is; unknown otherwise.
   */
  int implicitMember(int node, int name) {
    int object = implicitSuperclass();
    int own = declarations.enclosingType(file, facts.nodeScope(node));
    if (own >= 0 && declarations.kind(own) == SymbolKind.RECORD && component(own, name)) {
      return own;
    }
    return own >= 0 && object >= 0 && names.member(object, name, Wanted.CALLABLE) >= 0
        ? object
        : Types.UNKNOWN;
  }

  /** The supertype of everything in the file's language, if it is in the workspace. */
  int implicitSuperclass() {
    return declarations.rules(file).packages()
        ? types.inFile(file, declarations.intern("Object"))
        : Types.UNKNOWN;
  }

  /** A callable found by its name: of overloads, those of its owner are the candidates. */
  void found(int node, int declaration, Evidence evidence) {
    int owner = ownerOf(declaration);
    candidates.clear();
    if (owner >= 0 && declarations.rules(file).separateCallables()) {
      names.overloads(owner, declarations.nameOf(declaration), candidates);
    } else {
      candidates.add(declaration);
    }
    chosen(node, evidence);
  }

  /** A call of a member of {@code type}; of an unknown type only the name is left. */
  void member(int node, int type, Evidence evidence) {
    if (!facts.isReference(node)) {
      return;
    }
    if (!facts.role(node).isCallLike()) {
      edges.unresolved(node);
      return;
    }
    int name = declarations.nameId(file, facts.nodeName(node));
    candidates.clear();
    if (type >= 0) {
      names.overloads(type, name, candidates);
      if (candidates.size() == 0) {
        int object = implicitSuperclass();
        if (object >= 0) {
          names.overloads(object, name, candidates);
        }
      }
    }
    if (candidates.size() > 0) {
      chosen(node, evidence);
    } else if (type >= 0 && declarations.kind(type) == SymbolKind.RECORD && component(type, name)) {
      // The accessor of a record's component is implied; its declaration is the component.
      int component = names.member(type, name, Wanted.VALUE);
      edges.add(node, component, facts.role(node), evidence);
      meanings.value(node, types.declared(component));
    } else {
      byNameOnly(node, name);
    }
  }

  private boolean component(int type, int name) {
    return names.member(type, name, Wanted.VALUE) >= 0;
  }

  private void byNameOnly(int node, int name) {
    candidates.clear();
    int count = 0;
    int arity = facts.listSize(facts.list(node));
    for (int at = declarations.callable(name); at >= 0; at = declarations.olderCallable(at)) {
      boolean sameLanguage =
          declarations
              .language(declarations.fileOf(at))
              .id()
              .equals(declarations.language(file).id());
      if (sameLanguage && overloads.parameters(at).length == arity && ++count <= MAX_NAMED) {
        candidates.add(at);
      }
    }
    if (count == 0 || count > MAX_NAMED) {
      edges.unresolved(node);
      edges.dropped(count);
      return;
    }
    for (int i = 0; i < candidates.size(); i++) {
      edges.add(node, candidates.get(i), facts.role(node), Evidence.NAMED);
    }
  }

  private void chosen(int node, Evidence evidence) {
    narrow(node);
    edgesToCandidates(node, facts.role(node), evidence);
    int first = candidates.get(0);
    boolean construction = declarations.kind(first) == SymbolKind.CONSTRUCTOR;
    meanings.value(
        node, construction || candidates.size() == 1 ? typeOf(first, construction) : agreed());
  }

  private int typeOf(int declaration, boolean construction) {
    return construction ? ownerOf(declaration) : types.declared(declaration);
  }

  /** Narrows the candidates by the arguments; a method reference has none to narrow by. */
  private void narrow(int node) {
    if (facts.form(node) == Form.METHOD_REFERENCE) {
      return;
    }
    int list = facts.list(node);
    int count = facts.listSize(list);
    if (arguments.length < count) {
      arguments = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      arguments[i] = meanings.valueType(facts.listItem(list, i));
    }
    overloads.choose(candidates, arguments, count);
  }

  private void edgesToCandidates(int node, Role role, Evidence evidence) {
    int size = candidates.size();
    int shown = Math.min(size, MAX_NAMED);
    Evidence seen = size == 1 ? evidence : Evidence.NAMED;
    for (int i = 0; i < shown; i++) {
      edges.add(node, candidates.get(i), role, seen);
    }
    edges.dropped(size - shown);
  }

  // Overloads that all give the same type still tell the type of the call.
  private int agreed() {
    int type = types.declared(candidates.get(0));
    for (int i = 1; i < candidates.size(); i++) {
      if (types.declared(candidates.get(i)) != type) {
        return Types.UNKNOWN;
      }
    }
    return type;
  }

  /** The edge of a construction goes to the constructor, or to the type where it is implicit. */
  void constructed(int node, int type, Evidence evidence) {
    String constructor = declarations.rules(file).constructorName();
    int name = constructor.isEmpty() ? declarations.nameOf(type) : declarations.intern(constructor);
    Role role = facts.form(node) == Form.DELEGATE ? Role.CALL : Role.CONSTRUCT;
    candidates.clear();
    if (constructor.isEmpty()) {
      for (int own = declarations.member(type, name);
          own >= 0;
          own = declarations.olderMember(own)) {
        if (declarations.kind(own) == SymbolKind.CONSTRUCTOR) {
          candidates.add(own);
        }
      }
    } else {
      int own = names.member(type, name, Wanted.CALLABLE);
      if (own >= 0) {
        candidates.add(own);
      }
    }
    if (candidates.size() == 0) {
      edges.add(node, type, role, evidence);
    } else {
      narrow(node);
      edgesToCandidates(node, role, evidence);
    }
    meanings.value(node, type);
  }

  private int ownerOf(int declaration) {
    int in = declarations.fileOf(declaration);
    FileFacts there = declarations.facts(in);
    int owner = there.scopeOwner(there.scopeOf(declarations.local(in, declaration)));
    return owner >= 0 && there.kind(owner).isType() ? declarations.declaration(in, owner) : -1;
  }
}
