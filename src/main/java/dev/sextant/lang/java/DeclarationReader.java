package dev.sextant.lang.java;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads types with all their members. */
final class DeclarationReader {
  /** The containers that modifiers depend on. */
  static final int TOP = 0;

  static final int LOCAL = 1;
  static final int IN_CLASS = 2;
  static final int IN_ENUM = 3;
  static final int IN_INTERFACE = 4;

  private final JavaReading reading;
  private final SyntaxTree tree;
  private final ModifierReader modifiers;

  DeclarationReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
    this.modifiers = new ModifierReader(reading);
  }

  /** Reads a declaration, be it a type or, in broken text, a member out of its place. */
  void read(int node, int kind, int container) {
    switch (kind) {
      case JavaKinds.CLASS -> type(node, kind, SymbolKind.CLASS, IN_CLASS, container);
      case JavaKinds.INTERFACE -> type(node, kind, SymbolKind.INTERFACE, IN_INTERFACE, container);
      case JavaKinds.ENUM -> type(node, kind, SymbolKind.ENUM, IN_ENUM, container);
      case JavaKinds.RECORD -> type(node, kind, SymbolKind.RECORD, IN_CLASS, container);
      case JavaKinds.ANNOTATION_TYPE ->
          type(node, kind, SymbolKind.ANNOTATION, IN_INTERFACE, container);
      case JavaKinds.METHOD, JavaKinds.ANNOTATION_ELEMENT ->
          reading.members.callable(node, SymbolKind.METHOD, modifiers.of(node, kind, container));
      case JavaKinds.CONSTRUCTOR ->
          reading.members.callable(
              node, SymbolKind.CONSTRUCTOR, modifiers.of(node, kind, container));
      case JavaKinds.FIELDS -> reading.variables.fields(node, modifiers.of(node, kind, container));
      default -> reading.visitChildren(node);
    }
  }

  private void type(int node, int kind, SymbolKind symbol, int inside, int container) {
    int name = reading.child(node, JavaFields.NAME);
    if (name < 0) {
      reading.visitChildren(node);
      return;
    }
    int body = reading.child(node, JavaFields.BODY);
    int declaration =
        reading.facts.declare(
            symbol,
            reading.string(name),
            modifiers.of(node, kind, container),
            tree.start(name),
            tree.end(name),
            tree.start(node),
            body < 0 ? tree.end(node) : tree.start(body),
            tree.end(node));
    reading.variables.modified(node);
    boolean generic = reading.members.openTypeParameters(node, declaration);
    supertypes(node, declaration);
    reading.facts.openScope(ScopeKind.TYPE, declaration);
    reading.components.open(reading.child(node, JavaFields.PARAMETERS));
    if (body >= 0) {
      body(body, inside, name);
    }
    reading.components.close();
    reading.facts.closeScope();
    if (generic) {
      reading.facts.closeScope();
    }
  }

  private void supertypes(int node, int declaration) {
    int mark = reading.mark();
    boolean some = false;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.SUPERCLASS || kind == JavaKinds.SUPER_INTERFACES) {
        reading.types.pushAll(child);
        some = true;
      } else if (kind == JavaKinds.PERMITS) {
        reading.types.readAll(child);
      }
    }
    if (some) {
      reading.facts.supertypes(declaration, reading.list(mark));
    }
  }

  /**
   * Reads the class that a construction of {@code supertype} makes with a body; {@code made} is the
   * construction, -1 for one that is implied.
   */
  void anonymous(int supertype, int made, int start, int body) {
    int declaration =
        reading.facts.declare(
            SymbolKind.CLASS,
            reading.facts.string(""),
            Modifiers.NONE,
            start,
            start,
            start,
            tree.start(body),
            tree.end(body));
    reading.facts.supertypes(declaration, reading.listOf(supertype));
    reading.facts.initializer(declaration, made);
    reading.facts.openScope(ScopeKind.TYPE, declaration);
    body(body, IN_CLASS, -1);
    reading.facts.closeScope();
  }

  /** Reads the members in a body; {@code enumName} is the tree node of the type's name. */
  private void body(int body, int container, int enumName) {
    if (!reading.enter()) {
      return;
    }
    reading.given.open(GivenValues.CLASS);
    for (int child = body + 1; child < tree.after(body); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (kind == JavaKinds.ENUM_CONSTANT) {
        reading.members.enumConstant(child, enumName);
      } else if (kind == JavaKinds.ENUM_MEMBERS || kind == JavaKinds.ERROR) {
        body(child, container, enumName);
      } else if (kind > JavaKinds.LAST_STATEMENT && kind <= JavaKinds.LAST_DECLARATION) {
        read(child, kind, container);
      } else if (kind != JavaKinds.IDENTIFIER && kind != JavaKinds.TYPE_IDENTIFIER) {
        reading.visit(child);
      }
    }
    reading.given.closeClass();
    reading.leave();
  }

  /** The modifiers that a node writes. */
  int written(int node) {
    return modifiers.written(reading.childOfKind(node, JavaKinds.MODIFIERS));
  }
}
