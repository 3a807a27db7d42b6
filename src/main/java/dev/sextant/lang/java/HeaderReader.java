package dev.sextant.lang.java;

import dev.sextant.lang.ImportKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads what stands at the top of a file: its package, imports, types and module directives. */
final class HeaderReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  HeaderReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  void topLevel(int node) {
    if (!reading.enter()) {
      return;
    }
    switch (reading.kind(node)) {
      case JavaKinds.PACKAGE -> namespace(node);
      case JavaKinds.IMPORT -> imported(node);
      case JavaKinds.ERROR, JavaKinds.MODULE -> {
        for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
          topLevel(child);
        }
      }
      case JavaKinds.SERVICE_DIRECTIVE -> {
        for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
          if (isName(child)) {
            reading.types.named(child);
          }
        }
      }
      case JavaKinds.IDENTIFIER, JavaKinds.SCOPED_IDENTIFIER -> {}
      default -> visitTop(node);
    }
    reading.leave();
  }

  private void visitTop(int node) {
    int kind = reading.kind(node);
    if (kind > JavaKinds.LAST_STATEMENT && kind <= JavaKinds.LAST_DECLARATION) {
      reading.declarations.read(node, kind, DeclarationReader.TOP);
    } else {
      reading.visit(node);
    }
  }

  private void namespace(int node) {
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      if (reading.kind(child) == JavaKinds.ANNOTATION) {
        reading.types.annotation(child);
      } else if (isName(child)) {
        reading.facts.namespace(reading.string(child));
      }
    }
  }

  private void imported(int node) {
    int name = -1;
    boolean fixed = false;
    boolean all = false;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      switch (reading.kind(child)) {
        case JavaKinds.STATIC_TOKEN -> fixed = true;
        case JavaKinds.ASTERISK -> all = true;
        case JavaKinds.IDENTIFIER, JavaKinds.SCOPED_IDENTIFIER -> name = child;
        default -> {}
      }
    }
    if (name < 0) {
      return;
    }
    if (all) {
      int kind = fixed ? ImportKind.STATIC_WILDCARD : ImportKind.WILDCARD;
      int path = reading.string(name);
      reading.facts.imported(kind, path, -1, -1, tree.start(name), tree.end(name));
      return;
    }
    int scope = reading.child(name, JavaFields.SCOPE);
    int last = scope < 0 ? name : reading.child(name, JavaFields.NAME);
    if (last < 0) {
      return;
    }
    int simple = reading.string(last);
    reading.facts.imported(
        fixed ? ImportKind.STATIC_NAMED : ImportKind.NAMED,
        scope < 0 ? reading.facts.string("") : reading.string(scope),
        simple,
        simple,
        tree.start(last),
        tree.end(last));
  }

  private boolean isName(int node) {
    int kind = reading.kind(node);
    return kind == JavaKinds.IDENTIFIER || kind == JavaKinds.SCOPED_IDENTIFIER;
  }
}
