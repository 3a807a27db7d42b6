package dev.sextant.index;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.index.NameLookup.Wanted;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the targets of the references of one file.
 *
 * <p>Nodes are taken in order; a node stands after what it is made of, so the meaning of its
 * receiver and arguments is known when it is reached.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FileLinker {
  /** More same-named callables than this are no answer, and are counted instead. */
  static final int MAX_NAMED = 4;

  private static final int UNKNOWN = 0;
  private static final int VALUE = 1;
  private static final int TYPE = 2;
  private static final int PACKAGE = 3;
  private static final int MODULE = 4;

  private final Declarations declarations;
  private final Imports imports;
  private final TypeLookup types;
  private final NameLookup names;
  private final OverloadChoice overloads;
  private final Candidates candidates = new Candidates();
  private int[] arguments = new int[16];
  private final byte[] meanings;
  private final int[] values;
  private final Map<Integer, String> packages = new HashMap<>();
  private final int file;
  private final FileFacts facts;
  private final Edges edges;

  FileLinker(
      Declarations declarations,
      Imports imports,
      TypeLookup types,
      OverloadChoice overloads,
      int file,
      Edges edges) {
    this.declarations = declarations;
    this.imports = imports;
    this.types = types;
    this.names = new NameLookup(declarations, imports, types);
    this.overloads = overloads;
    this.file = file;
    this.facts = declarations.facts(file);
    this.edges = edges;
    meanings = new byte[facts.nodeCount()];
    values = new int[facts.nodeCount()];
    Arrays.fill(values, Types.UNKNOWN);
  }

  /** Finds the targets of everything that the file refers to. */
  void link() {
    for (int node = 0; node < facts.nodeCount(); node++) {
      link(node);
    }
  }

  private void link(int node) {
    switch (facts.form(node)) {
      case Form.NAME -> name(node);
      case Form.MEMBER -> member(node);
      case Form.CONSTRUCT -> construct(node);
      case Form.DELEGATE -> delegate(node);
      case Form.METHOD_REFERENCE -> methodReference(node);
      case Form.THIS -> value(node, self(node));
      case Form.SUPER -> value(node, superclass(node));
      case Form.CAST -> value(node, types.written(file, facts.first(node)));
      case Form.LITERAL -> literal(node);
      case Form.SAME -> same(node);
      case Form.TYPE_NAME -> typeName(node);
      default -> {}
    }
  }

  private void value(int node, int type) {
    meanings[node] = VALUE;
    values[node] = type;
  }

  private void type(int node, int declaration) {
    meanings[node] = TYPE;
    values[node] = declaration;
  }

  private void same(int node) {
    int first = facts.first(node);
    if (first >= 0) {
      meanings[node] = meanings[first];
      values[node] = values[first];
    }
  }

  private void literal(int node) {
    String name = facts.string(facts.nodeName(node));
    int primitive = Types.primitive(name);
    if (primitive != Types.UNKNOWN) {
      value(node, primitive);
    } else if (declarations.rules(file).packages()) {
      value(node, types.inFile(file, declarations.nameId(file, facts.nodeName(node))));
    }
  }

  private int self(int node) {
    int written = facts.first(node);
    return written >= 0
        ? types.written(file, written)
        : declarations.enclosingType(file, facts.nodeScope(node));
  }

  private int superclass(int node) {
    int own = self(node);
    int[] supertypes = own < 0 ? new int[0] : types.supertypes(own);
    if (facts.first(node) >= 0 && own >= 0 && declarations.kind(own) == SymbolKind.INTERFACE) {
      return own;
    }
    return supertypes.length == 0 ? implicitSuperclass() : supertypes[0];
  }

  private int implicitSuperclass() {
    return declarations.rules(file).packages()
        ? types.inFile(file, declarations.intern("Object"))
        : Types.UNKNOWN;
  }

  private void typeName(int node) {
    int declaration = types.written(file, node);
    if (declaration >= 0) {
      type(node, declaration);
      // A type parameter means its bound as a type, but refers to itself.
      boolean named =
          declarations.nameOf(declaration) == declarations.nameId(file, facts.nodeName(node));
      if (facts.isReference(node) && named) {
        edges.add(node, declaration, facts.role(node), Evidence.EXACT);
      }
    } else if (facts.isReference(node)) {
      edges.unresolved(node);
    }
  }

  private void name(int node) {
    if (!facts.isReference(node)) {
      return;
    }
    boolean called = facts.role(node).isCallLike();
    int name = declarations.nameId(file, facts.nodeName(node));
    int found =
        names.simple(
            file, facts.nodeScope(node), name, facts.nodeStart(node), names.wanted(file, called));
    if (found >= 0) {
      target(node, found, Evidence.EXACT);
      return;
    }
    if (called) {
      called(node, implicitMember(node, name));
      return;
    }
    int type = types.simple(file, facts.nodeScope(node), name);
    if (type >= 0 && declarations.kind(type).isType()) {
      type(node, type);
      edges.add(node, type, facts.role(node), Evidence.EXACT);
    } else if (declarations.rules(file).packages()) {
      packageName(node, facts.string(facts.nodeName(node)));
    } else {
      edges.unresolved(node);
    }
  }

  // A call whose callable is in no enclosing type may be one inherited from outside.
  private int implicitMember(int node, int name) {
    int object = implicitSuperclass();
    int own = declarations.enclosingType(file, facts.nodeScope(node));
    if (own >= 0 && declarations.kind(own) == SymbolKind.RECORD && component(own, name)) {
      return own;
    }
    return own >= 0 && object >= 0 && names.member(object, name, Wanted.CALLABLE) >= 0
        ? object
        : Types.UNKNOWN;
  }

  private void packageName(int node, String name) {
    if (declarations.isPackagePrefix(name)) {
      meanings[node] = PACKAGE;
      packages.put(node, name);
    } else {
      edges.unresolved(node);
    }
  }

  /** A lexically found declaration; of overloads, those of its owner are the candidates. */
  private void target(int node, int declaration, Evidence evidence) {
    SymbolKind kind = declarations.kind(declaration);
    boolean called = facts.role(node).isCallLike();
    if (kind == SymbolKind.FILE) {
      meanings[node] = MODULE;
      values[node] = declarations.fileOf(declaration);
      edges.add(node, declaration, facts.role(node), evidence);
    } else if (called && kind.isType()) {
      constructed(node, declaration, evidence);
    } else if (called && kind.isCallable()) {
      int owner = ownerOf(declaration);
      candidates.clear();
      if (owner >= 0 && declarations.rules(file).separateCallables()) {
        names.overloads(owner, declarations.nameOf(declaration), candidates);
      } else {
        candidates.add(declaration);
      }
      chosen(node, evidence);
    } else {
      edges.add(node, declaration, facts.role(node), evidence);
      if (kind.isType()) {
        type(node, declaration);
      } else {
        value(node, valueType(declaration));
      }
    }
  }

  private int valueType(int declaration) {
    int type = types.declared(declaration);
    if (type == Types.UNKNOWN && declarations.fileOf(declaration) == file) {
      int initializer = facts.initializer(declarations.local(file, declaration));
      return initializer >= 0 && meanings[initializer] == VALUE ? values[initializer] : type;
    }
    return type;
  }

  private int ownerOf(int declaration) {
    int in = declarations.fileOf(declaration);
    FileFacts there = declarations.facts(in);
    int owner = there.scopeOwner(there.scopeOf(declarations.local(in, declaration)));
    return owner >= 0 && there.kind(owner).isType() ? declarations.declaration(in, owner) : -1;
  }

  private void member(int node) {
    int receiver = facts.first(node);
    int name = declarations.nameId(file, facts.nodeName(node));
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    int meaning = receiver < 0 ? UNKNOWN : meanings[receiver];
    switch (meaning) {
      case PACKAGE -> inPackage(node, packages.getOrDefault(receiver, ""), name);
      case MODULE -> {
        int found = imports.exported(values[receiver], name);
        if (found >= 0 && facts.isReference(node)) {
          target(node, found, Evidence.IMPORTED);
        } else {
          edges.unresolved(node);
        }
      }
      case TYPE, VALUE -> ofType(node, receiver, meaning, name, called);
      default -> called(node, Types.UNKNOWN);
    }
  }

  private void ofType(int node, int receiver, int meaning, int name, boolean called) {
    int type = values[receiver];
    if (type < 0) {
      called(node, Types.UNKNOWN);
      return;
    }
    int form = facts.form(receiver);
    boolean certain = meaning == TYPE || form == Form.THIS || form == Form.SUPER;
    Evidence evidence = certain ? Evidence.EXACT : Evidence.TYPED;
    if (called && declarations.rules(file).separateCallables()) {
      called(node, type, evidence);
      return;
    }
    int found = names.member(type, name, names.wanted(file, called));
    if (found < 0 && meaning == TYPE) {
      found = types.memberType(type, name);
    }
    if (found >= 0 && facts.isReference(node)) {
      target(node, found, evidence);
    } else {
      called(node, Types.UNKNOWN);
    }
  }

  private void inPackage(int node, String packageName, int name) {
    int type = declarations.inPackage(packageName, name);
    if (type >= 0) {
      type(node, type);
      if (facts.isReference(node)) {
        edges.add(node, type, facts.role(node), Evidence.EXACT);
      }
    } else {
      packageName(node, packageName + "." + declarations.name(name));
    }
  }

  private void called(int node, int type) {
    called(node, type, Evidence.EXACT);
  }

  /** A call of a member of {@code type}; of an unknown type only the name is left. */
  private void called(int node, int type, Evidence evidence) {
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
      value(node, types.declared(component));
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

  /** Narrows the candidates by the arguments and adds the edges to what is left. */
  private void chosen(int node, Evidence evidence) {
    int list = facts.list(node);
    int count = facts.listSize(list);
    if (arguments.length < count) {
      arguments = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      int argument = facts.listItem(list, i);
      arguments[i] = meanings[argument] == VALUE ? values[argument] : Types.UNKNOWN;
    }
    if (facts.form(node) != Form.METHOD_REFERENCE) {
      overloads.choose(candidates, arguments, count);
    }
    add(node, evidence);
  }

  private void add(int node, Evidence evidence) {
    int size = candidates.size();
    int shown = Math.min(size, MAX_NAMED);
    Evidence seen = size == 1 ? evidence : Evidence.NAMED;
    for (int i = 0; i < shown; i++) {
      edges.add(node, candidates.get(i), facts.role(node), seen);
    }
    edges.dropped(size - shown);
    int first = candidates.get(0);
    boolean construction = declarations.kind(first) == SymbolKind.CONSTRUCTOR;
    value(node, construction ? ownerOf(first) : types.declared(first));
    if (size > 1 && !construction) {
      agree(node);
    }
  }

  // Overloads that all give the same type still tell the type of the call.
  private void agree(int node) {
    for (int i = 1; i < candidates.size(); i++) {
      if (types.declared(candidates.get(i)) != values[node]) {
        values[node] = Types.UNKNOWN;
      }
    }
  }

  private void construct(int node) {
    int written = facts.first(node);
    int type =
        written < 0
            ? declarations.enclosingType(file, facts.nodeScope(node))
            : types.written(file, written);
    if (type < 0 && written >= 0 && !declarations.rules(file).packages()) {
      type = meanings[written] == TYPE ? values[written] : type;
    }
    if (type >= 0 && facts.isReference(node)) {
      constructed(node, type, Evidence.EXACT);
    } else if (facts.isReference(node)) {
      edges.unresolved(node);
    }
  }

  /** The edge of a construction goes to the constructor, or to the type where it is implicit. */
  private void constructed(int node, int type, Evidence evidence) {
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
      constructors(node, role, evidence);
    }
    value(node, type);
  }

  private void constructors(int node, Role role, Evidence evidence) {
    int list = facts.list(node);
    int count = facts.listSize(list);
    if (arguments.length < count) {
      arguments = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      int argument = facts.listItem(list, i);
      arguments[i] = meanings[argument] == VALUE ? values[argument] : Types.UNKNOWN;
    }
    if (facts.form(node) != Form.METHOD_REFERENCE) {
      overloads.choose(candidates, arguments, count);
    }
    int size = Math.min(candidates.size(), MAX_NAMED);
    Evidence seen = candidates.size() == 1 ? evidence : Evidence.NAMED;
    for (int i = 0; i < size; i++) {
      edges.add(node, candidates.get(i), role, seen);
    }
    edges.dropped(candidates.size() - size);
  }

  private void delegate(int node) {
    int receiver = facts.first(node);
    int type = receiver < 0 ? Types.UNKNOWN : values[receiver];
    if (type >= 0) {
      constructed(node, type, Evidence.EXACT);
    } else {
      edges.unresolved(node);
    }
  }

  private void methodReference(int node) {
    int receiver = facts.first(node);
    int type = receiver < 0 ? Types.UNKNOWN : values[receiver];
    if (meanings[receiver < 0 ? node : receiver] == UNKNOWN || type < 0) {
      edges.unresolved(node);
    } else if (facts.role(node) == Role.CONSTRUCT) {
      constructed(node, type, Evidence.EXACT);
    } else {
      called(node, type, meanings[receiver] == TYPE ? Evidence.EXACT : Evidence.TYPED);
    }
    meanings[node] = UNKNOWN;
  }
}
