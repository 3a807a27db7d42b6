package dev.sextant.index;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;

/**
 * Finds the targets of the references of one file.
 *
 * <p>Nodes are taken in order; a node stands after what it is made of, so the meaning of its
 * receiver and arguments is known when it is reached.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class FileLinker {
  private final Declarations declarations;
  private final Imports imports;
  private final TypeLookup types;
  private final NameLookup names;
  private final CallLinker calls;
  private final NodeMeanings meanings;
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
    this.file = file;
    this.facts = declarations.facts(file);
    this.edges = edges;
    meanings = new NodeMeanings(facts.nodeCount());
    calls = new CallLinker(declarations, types, names, overloads, file, meanings, edges);
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
      case Form.THIS -> meanings.value(node, self(node));
      case Form.SUPER -> meanings.value(node, superclass(node));
      case Form.CAST -> meanings.value(node, types.written(file, facts.first(node)));
      case Form.LITERAL -> literal(node);
      case Form.SAME -> same(node);
      case Form.TYPE_NAME -> typeName(node);
      default -> {}
    }
  }

  private void same(int node) {
    int first = facts.first(node);
    if (first >= 0) {
      meanings.same(node, first);
    }
  }

  private void literal(int node) {
    String name = facts.string(facts.nodeName(node));
    int primitive = Types.primitive(name);
    if (primitive != Types.UNKNOWN) {
      meanings.value(node, primitive);
    } else if (declarations.rules(file).packages()) {
      meanings.value(node, types.inFile(file, declarations.nameId(file, facts.nodeName(node))));
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
    return supertypes.length == 0 ? calls.implicitSuperclass() : supertypes[0];
  }

  private void typeName(int node) {
    int declaration = types.written(file, node);
    if (declaration >= 0) {
      meanings.type(node, declaration);
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
      calls.member(node, calls.implicitMember(node, name), Evidence.EXACT);
      return;
    }
    int type = types.simple(file, facts.nodeScope(node), name);
    if (type >= 0 && declarations.kind(type).isType()) {
      meanings.type(node, type);
      edges.add(node, type, facts.role(node), Evidence.EXACT);
    } else if (declarations.rules(file).packages()) {
      packageName(node, facts.string(facts.nodeName(node)));
    } else {
      edges.unresolved(node);
    }
  }

  private void packageName(int node, String name) {
    if (declarations.isPackagePrefix(name)) {
      meanings.packageName(node, name);
    } else {
      edges.unresolved(node);
    }
  }

  /** A lexically found declaration; of overloads, those of its owner are the candidates. */
  private void target(int node, int declaration, Evidence evidence) {
    SymbolKind kind = declarations.kind(declaration);
    boolean called = facts.role(node).isCallLike();
    if (kind == SymbolKind.FILE) {
      meanings.module(node, declarations.fileOf(declaration));
      edges.add(node, declaration, facts.role(node), evidence);
    } else if (called && kind.isType()) {
      calls.constructed(node, declaration, evidence);
    } else if (called && kind.isCallable()) {
      calls.found(node, declaration, evidence);
    } else {
      edges.add(node, declaration, facts.role(node), evidence);
      if (kind.isType()) {
        meanings.type(node, declaration);
      } else {
        meanings.value(node, valueType(declaration));
      }
    }
  }

  private int valueType(int declaration) {
    int type = types.declared(declaration);
    if (type == Types.UNKNOWN && declarations.fileOf(declaration) == file) {
      int initializer = facts.initializer(declarations.local(file, declaration));
      return meanings.valueType(initializer);
    }
    return type;
  }

  private void member(int node) {
    int receiver = facts.first(node);
    int name = declarations.nameId(file, facts.nodeName(node));
    boolean called = facts.isReference(node) && facts.role(node).isCallLike();
    int meaning = meanings.of(receiver);
    switch (meaning) {
      case NodeMeanings.PACKAGE -> inPackage(node, meanings.packageName(receiver), name);
      case NodeMeanings.MODULE -> {
        int found = imports.exported(meanings.moduleFile(receiver), name);
        if (found >= 0 && facts.isReference(node)) {
          target(node, found, Evidence.IMPORTED);
        } else {
          edges.unresolved(node);
        }
      }
      case NodeMeanings.TYPE, NodeMeanings.VALUE -> ofType(node, receiver, meaning, name, called);
      default -> calls.member(node, Types.UNKNOWN, Evidence.EXACT);
    }
  }

  private void ofType(int node, int receiver, int meaning, int name, boolean called) {
    int type = meanings.typeOf(receiver);
    if (type < 0) {
      calls.member(node, Types.UNKNOWN, Evidence.EXACT);
      return;
    }
    int form = facts.form(receiver);
    boolean certain = meaning == NodeMeanings.TYPE || form == Form.THIS || form == Form.SUPER;
    Evidence evidence = certain ? Evidence.EXACT : Evidence.TYPED;
    if (called && declarations.rules(file).separateCallables()) {
      calls.member(node, type, evidence);
      return;
    }
    int found = names.member(type, name, names.wanted(file, called));
    if (found < 0 && meaning == NodeMeanings.TYPE) {
      found = types.memberType(type, name);
    }
    if (found >= 0 && facts.isReference(node)) {
      target(node, found, evidence);
    } else {
      calls.member(node, Types.UNKNOWN, Evidence.EXACT);
    }
  }

  private void inPackage(int node, String packageName, int name) {
    int type = declarations.inPackage(packageName, name);
    if (type >= 0) {
      meanings.type(node, type);
      if (facts.isReference(node)) {
        edges.add(node, type, facts.role(node), Evidence.EXACT);
      }
    } else {
      packageName(node, packageName + "." + declarations.name(name));
    }
  }

  private void construct(int node) {
    int written = facts.first(node);
    int type =
        written < 0
            ? declarations.enclosingType(file, facts.nodeScope(node))
            : types.written(file, written);
    if (type < 0 && written >= 0 && !declarations.rules(file).packages()) {
      type = meanings.typeOf(written);
    }
    if (type >= 0 && facts.isReference(node)) {
      calls.constructed(node, type, Evidence.EXACT);
    } else if (facts.isReference(node)) {
      edges.unresolved(node);
    }
  }

  private void delegate(int node) {
    int receiver = facts.first(node);
    int type = meanings.typeOf(receiver);
    if (type >= 0) {
      calls.constructed(node, type, Evidence.EXACT);
    } else {
      edges.unresolved(node);
    }
  }

  private void methodReference(int node) {
    int receiver = facts.first(node);
    int type = meanings.typeOf(receiver);
    if (type < 0) {
      edges.unresolved(node);
    } else if (facts.role(node) == Role.CONSTRUCT) {
      calls.constructed(node, type, Evidence.EXACT);
    } else {
      calls.member(
          node, type, meanings.of(receiver) == NodeMeanings.TYPE ? Evidence.EXACT : Evidence.TYPED);
    }
    // A reference to a method is a value of the functional interface that is asked for there.
    meanings.value(node, Types.UNKNOWN);
  }
}
