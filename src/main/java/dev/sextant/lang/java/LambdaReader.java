package dev.sextant.lang.java;

import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;
import dev.sextant.syntax.SyntaxTree;

/** Reads lambdas: their parameters, their bodies and what these give. */
final class LambdaReader {
  private final JavaReading reading;
  private final SyntaxTree tree;

  LambdaReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  int read(int node) {
    int scope = reading.facts.openScope(ScopeKind.LAMBDA, -1);
    reading.given.open(GivenValues.LAMBDA);
    boolean block = false;
    int value = -1;
    for (int child = node + 1; child < tree.after(node); child = tree.after(child)) {
      int kind = reading.kind(child);
      if (reading.field(child) == JavaFields.PARAMETERS) {
        parameters(child, kind);
      } else if (kind == JavaKinds.BLOCK) {
        block = true;
        reading.statements.parts(child);
      } else if (kind == JavaKinds.ERROR) {
        reading.visit(child);
      } else if (kind != 0) {
        value = reading.visit(child);
      }
    }
    int returned = reading.given.close();
    reading.facts.closeScope();
    int lambda =
        block
            ? reading.composed(Form.LAMBDA_BLOCK, -1, returned, node)
            : reading.composed(Form.LAMBDA, -1, reading.listOf(value), node);
    reading.facts.lambda(scope, lambda);
    return lambda;
  }

  private void parameters(int node, int kind) {
    if (kind == JavaKinds.IDENTIFIER) {
      reading.variables.implicitParameter(node);
    } else {
      reading.variables.parameters(node);
    }
  }
}
