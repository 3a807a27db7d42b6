package dev.sextant.lang.java;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads what declares variables: locals, fields and parameters. */
final class VariableReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  VariableReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** Reads the annotations in the modifiers of a node. */
  void modified(int node) {
    int modifiers = reading.childOfKind(node, JavaKinds.MODIFIERS);
    if (modifiers >= 0) {
      annotations(modifiers);
    }
  }

  /** Reads the annotations among the children of a node. */
  void annotations(int modifiers) {
    for (int child = modifiers + 1; child < tree.after(modifiers); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.ANNOTATION) {
        reading.types.annotation(child);
      }
    }
  }

  /**
   * Declares a local variable named by the tree node {@code name}; the others may be -1. One that
   * is left unnamed is none.
   */
  void local(int name, int dimensions, int node, int type, int initializer) {
    if (!reading.isUnderscore(name)) {
      declare(SymbolKind.LOCAL, name, dimensions, node, type, initializer);
    }
  }

  /** Declares a parameter of a lambda that is a name only. */
  void implicitParameter(int name) {
    declare(SymbolKind.PARAMETER, name, -1, name, -1, -1);
  }

  private void declare(
      SymbolKind kind, int name, int dimensions, int node, int type, int initializer) {
    int end = tree.end(node);
    int declaration =
        reading.facts.declare(
            kind,
            reading.string(name),
            Modifiers.NONE,
            tree.start(name),
            tree.end(name),
            tree.start(node),
            end,
            end);
    reading.facts.type(declaration, reading.types.dimensions(type, dimensions));
    reading.facts.initializer(declaration, initializer);
  }

  /** Reads a declaration of local variables. */
  void locals(int node) {
    modified(node);
    int written = reading.child(node, JavaFields.TYPE);
    boolean inferred = written >= 0 && reading.isVar(written);
    int type = written < 0 || inferred ? -1 : reading.types.read(written, Role.TYPE);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.ERROR) {
        reading.visit(child);
      } else if (reading.kind(child) == JavaKinds.DECLARATOR) {
        int value = reading.child(child, JavaFields.VALUE);
        int read = value < 0 ? -1 : reading.visit(value);
        int name = reading.child(child, JavaFields.NAME);
        if (name >= 0) {
          int dimensions = reading.child(child, JavaFields.DIMENSIONS);
          local(name, dimensions, child, type, read);
        }
      }
    }
  }

  /** Reads fields; each has from the declarator before it to its own end. */
  void fields(int node, int modifiers) {
    modified(node);
    int written = reading.child(node, JavaFields.TYPE);
    int type = written < 0 ? -1 : reading.types.read(written, Role.TYPE);
    int start = tree.start(node);
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.field(child) == JavaFields.DECLARATOR) {
        boolean last = tree.after(tree.after(child)) >= tree.after(node);
        field(child, type, modifiers, start, last ? tree.end(node) : tree.end(child));
        start = tree.end(child) + 1;
      }
    }
  }

  private void field(int node, int type, int modifiers, int start, int end) {
    int name = reading.child(node, JavaFields.NAME);
    if (name < 0) {
      return;
    }
    int value = reading.child(node, JavaFields.VALUE);
    int field =
        reading.facts.declare(
            SymbolKind.FIELD,
            reading.string(name),
            modifiers,
            tree.start(name),
            tree.end(name),
            Math.min(start, tree.start(name)),
            value < 0 ? end : tree.start(value),
            end);
    int dimensions = reading.child(node, JavaFields.DIMENSIONS);
    reading.facts.type(field, reading.types.dimensions(type, dimensions));
    if (value >= 0) {
      reading.facts.openScope(ScopeKind.FUNCTION, field);
      reading.facts.initializer(field, reading.visit(value));
      reading.facts.closeScope();
    }
  }

  /** Reads the parameters of a callable into the innermost scope. */
  void parameters(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.FORMAL_PARAMETER -> parameter(child, SymbolKind.PARAMETER);
        case JavaKinds.SPREAD_PARAMETER -> spread(child, SymbolKind.PARAMETER);
        case JavaKinds.RECEIVER_PARAMETER -> reading.types.readAll(child);
        case JavaKinds.IDENTIFIER -> implicitParameter(child);
        case JavaKinds.ERROR -> broken(child);
        default -> {}
      }
    }
  }

  /** Whether the last of the parameters takes any number of arguments. */
  boolean isVariadic(int parameters) {
    int error = reading.childOfKind(parameters, JavaKinds.ERROR);
    return reading.childOfKind(parameters, JavaKinds.SPREAD_PARAMETER) >= 0
        || (error >= 0 && annotatedSpread(error) >= 0);
  }

  private void broken(int error) {
    int name = annotatedSpread(error);
    if (name < 0) {
      reading.visit(error);
      return;
    }
    modified(error);
    int type = reading.types.readAll(error);
    int array = type < 0 ? -1 : reading.unnamed(Form.TYPE_ARRAY, type, error);
    typed(SymbolKind.PARAMETER, error, name, array);
  }

  /**
   * The tree node of the name in {@code T @A ... name}, or -1. The grammar knows no annotations
   * before the dots and takes what follows them for the end of the annotation's own name.
   */
  private int annotatedSpread(int error) {
    boolean typed = false;
    for (int child = error + 1; child < tree.after(error); child = tree.after(child)) {
      int last = tree.after(child) - 1;
      if (reading.types.isType(child)) {
        typed = true;
      } else if (typed
          && reading.kind(child) == JavaKinds.ANNOTATION
          && reading.kind(last) == JavaKinds.IDENTIFIER
          && followsDots(child, last)) {
        return last;
      }
    }
    return -1;
  }

  private boolean followsDots(int node, int name) {
    int dots = 0;
    for (int at = tree.start(name) - 1; at > tree.start(node); at--) {
      byte one = reading.byteAt(at);
      if (one == '.') {
        dots++;
      } else if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
        break;
      }
    }
    return dots == 3;
  }

  /** Reads a parameter, or what is written like one; the node of its type, or -1. */
  int parameter(int node, SymbolKind kind) {
    modified(node);
    int type = reading.child(node, JavaFields.TYPE);
    int name = reading.child(node, JavaFields.NAME);
    int read = type < 0 || reading.isVar(type) ? -1 : reading.types.read(type, Role.TYPE);
    int whole = reading.types.dimensions(read, dimensionsOf(node));
    if (name >= 0) {
      typed(kind, node, name, whole);
    }
    return whole;
  }

  /** Reads a parameter that takes any number of arguments; the node of its array type, or -1. */
  int spread(int node, SymbolKind kind) {
    modified(node);
    annotations(node);
    int type = reading.types.readAll(node);
    int declarator = reading.childOfKind(node, JavaKinds.DECLARATOR);
    int name = declarator < 0 ? -1 : reading.child(declarator, JavaFields.NAME);
    int element = declarator < 0 ? type : reading.types.dimensions(type, dimensionsOf(declarator));
    int array = element < 0 ? -1 : reading.unnamed(Form.TYPE_ARRAY, element, node);
    if (name >= 0) {
      typed(kind, node, name, array);
    }
    return array;
  }

  private int dimensionsOf(int node) {
    return reading.child(node, JavaFields.DIMENSIONS);
  }

  /** Declares a parameter or a component of a record. */
  void typed(SymbolKind kind, int node, int name, int type) {
    int modifiers = kind == SymbolKind.FIELD ? Modifiers.PRIVATE | Modifiers.FINAL : Modifiers.NONE;
    if (kind == SymbolKind.FIELD && reading.kind(node) == JavaKinds.SPREAD_PARAMETER) {
      modifiers |= Modifiers.VARARGS; // of the constructor that the components imply
    }
    int end = tree.end(node);
    int declaration =
        reading.facts.declare(
            kind,
            reading.string(name),
            modifiers,
            tree.start(name),
            tree.end(name),
            tree.start(node),
            end,
            end);
    reading.facts.type(declaration, type);
  }
}
