// Describes how uses are written, so that errors can be counted by what they have in common.
import ts from "typescript";

export function shapeOf(checker, name) {
  const parent = name.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) {
    return receiver(checker, parent.expression) + ".";
  }
  if (ts.isBindingElement(parent)) {
    return "pattern";
  }
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isExpressionWithTypeArguments(parent)) {
    return "type name";
  }
  const symbol = checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? "imported name" : "simple name";
}

function receiver(checker, node) {
  switch (node.kind) {
    case ts.SyntaxKind.ParenthesizedExpression:
    case ts.SyntaxKind.NonNullExpression:
      return receiver(checker, node.expression);
    case ts.SyntaxKind.ThisKeyword:
      return "this";
    case ts.SyntaxKind.SuperKeyword:
      return "super";
    case ts.SyntaxKind.CallExpression:
      return "result of call";
    case ts.SyntaxKind.NewExpression:
      return "new";
    case ts.SyntaxKind.AwaitExpression:
      return "await";
    case ts.SyntaxKind.ElementAccessExpression:
      return "element";
    case ts.SyntaxKind.AsExpression:
      return "as";
    case ts.SyntaxKind.PropertyAccessExpression:
      return named(checker, node.name);
    case ts.SyntaxKind.Identifier:
      return named(checker, node);
    default:
      return ts.SyntaxKind[node.kind];
  }
}

function named(checker, name) {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) {
    return "unknown";
  }
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const node = target.valueDeclaration;
  if (!node) {
    return "name";
  }
  return narrowed(checker, name, target) + declared(node);
}

function narrowed(checker, name, target) {
  const here = checker.getTypeAtLocation(name);
  const there = checker.getTypeOfSymbol(target);
  return checker.getNonNullableType(here) === checker.getNonNullableType(there) ? "" : "narrowed ";
}

function declared(node) {
  const written = node.type ? "" : "untyped ";
  if (ts.isParameter(node)) {
    return written + "parameter";
  }
  if (ts.isVariableDeclaration(node)) {
    return written + "variable";
  }
  if (ts.isBindingElement(node)) {
    return "destructured";
  }
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node)) {
    return written + "property";
  }
  return ts.SyntaxKind[node.kind];
}
