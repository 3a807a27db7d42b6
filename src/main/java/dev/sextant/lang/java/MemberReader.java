package dev.sextant.lang.java;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;
import org.jspecify.annotations.Nullable;

/** Reads methods, constructors, enum constants and type parameters. */
final class MemberReader {
  private static final int CONSTANT = Modifiers.PUBLIC | Modifiers.STATIC | Modifiers.FINAL;

  private final JavaReading reading;
  private final SyntaxTree tree;

  MemberReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** Reads a method, an annotation element or a constructor. */
  void callable(int node, SymbolKind kind, int modifiers) {
    int name = reading.child(node, JavaFields.NAME);
    if (name < 0) {
      reading.visitChildren(node);
      return;
    }
    int body = reading.child(node, JavaFields.BODY);
    int written = reading.child(node, JavaFields.PARAMETERS);
    boolean compact = written < 0 && kind == SymbolKind.CONSTRUCTOR;
    int parameters = compact ? reading.components.node() : written;
    boolean spread = parameters >= 0 && reading.variables.isVariadic(parameters);
    int declaration =
        reading.facts.declare(
            kind,
            reading.string(name),
            spread ? modifiers | Modifiers.VARARGS : modifiers,
            tree.start(name),
            tree.end(name),
            tree.start(node),
            body < 0 ? tree.end(node) : tree.start(body),
            tree.end(node));
    boolean generic = openTypeParameters(node, declaration);
    reading.facts.openScope(ScopeKind.FUNCTION, declaration);
    reading.variables.modified(node);
    int type = reading.child(node, JavaFields.TYPE);
    if (type >= 0) {
      int result = reading.types.read(type, Role.TYPE);
      int dimensions = reading.child(node, JavaFields.DIMENSIONS);
      reading.facts.type(declaration, reading.types.dimensions(result, dimensions));
    }
    if (compact && parameters >= 0) {
      reading.components.parameters();
    } else if (parameters >= 0) {
      reading.variables.parameters(parameters);
    }
    rest(node, body);
    reading.facts.closeScope();
    if (generic) {
      reading.facts.closeScope();
    }
  }

  private void rest(int node, int body) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (child == body) {
        reading.statements.parts(body);
      } else if (reading.kind(child) == JavaKinds.THROWS) {
        reading.types.readAll(child);
      } else if (reading.field(child) == JavaFields.VALUE
          || reading.kind(child) == JavaKinds.ERROR) {
        reading.visit(child);
      }
    }
  }

  /** Opens a scope with the type parameters of a declaration; whether it has any. */
  boolean openTypeParameters(int node, int declaration) {
    int list = reading.childOfKind(node, JavaKinds.TYPE_PARAMETERS);
    if (list < 0) {
      return false;
    }
    reading.facts.openScope(ScopeKind.BLOCK, -1);
    int mark = reading.mark();
    for (int child = list + 1; child < tree.after(list); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.TYPE_PARAMETER) {
        typeParameter(child);
      }
    }
    reading.facts.typeParameters(declaration, reading.list(mark));
    return true;
  }

  private void typeParameter(int node) {
    reading.variables.annotations(node);
    int name = reading.childOfKind(node, JavaKinds.TYPE_IDENTIFIER);
    if (name < 0) {
      return;
    }
    int end = tree.end(node);
    int declaration =
        reading.facts.declare(
            SymbolKind.TYPE_PARAMETER,
            reading.string(name),
            Modifiers.NONE,
            tree.start(name),
            tree.end(name),
            tree.start(node),
            end,
            end);
    reading.hold(declaration);
    int bound = reading.childOfKind(node, JavaKinds.TYPE_BOUND);
    if (bound >= 0) {
      bounds(declaration, bound);
    }
  }

  private void bounds(int declaration, int node) {
    int mark = reading.mark();
    reading.types.pushAll(node);
    int count = reading.mark() - mark;
    if (count > 1) {
      int first = reading.held(mark);
      reading.facts.supertypes(declaration, reading.list(mark + 1));
      reading.facts.type(declaration, first);
    } else if (count == 1) {
      reading.facts.type(declaration, reading.held(mark));
    }
    reading.drop(mark);
  }

  /** Reads a constant of the enum named by the tree node {@code enumName}, -1 in broken text. */
  void enumConstant(int node, int enumName) {
    int name = reading.child(node, JavaFields.NAME);
    if (name < 0) {
      return;
    }
    int body = reading.child(node, JavaFields.BODY);
    int declaration =
        reading.facts.declare(
            SymbolKind.ENUM_CONSTANT,
            reading.string(name),
            CONSTANT | reading.declarations.written(node),
            tree.start(name),
            tree.end(name),
            tree.start(node),
            body < 0 ? tree.end(node) : tree.start(body),
            tree.end(node));
    int type = enumName < 0 ? reading.string(name) : reading.string(enumName);
    reading.facts.openScope(ScopeKind.FUNCTION, declaration);
    reading.variables.modified(node);
    int arguments = reading.child(node, JavaFields.ARGUMENTS);
    int made = -1;
    if (arguments >= 0) {
      int list = reading.calls.arguments(arguments);
      made = made(Form.CONSTRUCT, Role.CONSTRUCT, type, list, name);
    }
    if (body >= 0) {
      int supertype = made(Form.TYPE_NAME, null, type, -1, name);
      reading.declarations.anonymous(supertype, made, tree.start(name), body);
    }
    reading.facts.closeScope();
  }

  private int made(int form, @Nullable Role role, int type, int list, int name) {
    return reading.facts.node(form, role, type, -1, list, tree.start(name), tree.end(name));
  }
}
