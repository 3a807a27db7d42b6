// Which declarations of a tree are symbols of a graph, and where uses stand among them.
import ts from "typescript";
import path from "node:path";

export function isFunction(node) {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

/** Whether an object literal is what a variable of a module or namespace is set to. */
function isModuleObject(node) {
  let value = node;
  while (ts.isAsExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) {
    value = value.parent;
  }
  return ts.isVariableDeclaration(value.parent) && value.parent.initializer === value && isModuleVariable(value.parent);
}

function isModuleVariable(node) {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !ts.isVariableDeclarationList(node.parent)) {
    return false;
  }
  const statement = node.parent.parent;
  return ts.isVariableStatement(statement) && (ts.isSourceFile(statement.parent) || ts.isModuleBlock(statement.parent));
}

function isDestructuredModuleVariable(node) {
  let at = node;
  while (ts.isBindingElement(at) || ts.isObjectBindingPattern(at) || ts.isArrayBindingPattern(at)) {
    at = at.parent;
  }
  const list = ts.isVariableDeclaration(at) ? at.parent : undefined;
  const statement = list?.parent;
  return (
    statement !== undefined &&
    ts.isVariableStatement(statement) &&
    (ts.isSourceFile(statement.parent) || ts.isModuleBlock(statement.parent))
  );
}

/** What kind of symbol a declaration makes, undefined for none. */
function kindOf(node) {
  switch (node.kind) {
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.TypeAliasDeclaration:
      return "type";
    case ts.SyntaxKind.ClassExpression:
      return ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name) ? "type" : undefined;
    case ts.SyntaxKind.FunctionDeclaration:
      return "method";
    case ts.SyntaxKind.ModuleDeclaration:
      return "type";
    case ts.SyntaxKind.VariableDeclaration:
      if (!ts.isIdentifier(node.name) || (node.initializer && ts.isClassExpression(node.initializer))) {
        return undefined;
      }
      return isFunction(node.initializer) ? "method" : isModuleVariable(node) ? "field" : undefined;
    case ts.SyntaxKind.BindingElement:
      return ts.isIdentifier(node.name) && isDestructuredModuleVariable(node) ? "field" : undefined;
    case ts.SyntaxKind.Constructor:
      return isMember(node) ? "constructor" : undefined;
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.MethodSignature:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
    case ts.SyntaxKind.PropertyDeclaration:
    case ts.SyntaxKind.PropertySignature:
      return isMember(node) ? memberKind(node) : undefined;
    case ts.SyntaxKind.PropertyAssignment:
      return isFunction(node.initializer) && isMember(node) ? "method" : undefined;
    case ts.SyntaxKind.EnumMember:
      return ts.isComputedPropertyName(node.name) ? undefined : "field";
    case ts.SyntaxKind.Parameter:
      return ts.isParameterPropertyDeclaration(node, node.parent) && kindOf(node.parent.parent) ? "field" : undefined;
    case ts.SyntaxKind.ImportEqualsDeclaration:
      return ts.isExternalModuleReference(node.moduleReference) ? undefined : "field";
    default:
      return undefined;
  }
}

function memberKind(node) {
  const callable = ts.isMethodDeclaration(node) || ts.isMethodSignature(node) || isFunction(node.initializer);
  return callable ? "method" : "field";
}

function isMember(node) {
  if (node.name && ts.isComputedPropertyName(node.name)) {
    return false;
  }
  const owner = node.parent;
  if (ts.isObjectLiteralExpression(owner)) {
    return isModuleObject(owner);
  }
  if (ts.isTypeLiteralNode(owner)) {
    return ts.isTypeAliasDeclaration(owner.parent);
  }
  return kindOf(owner) !== undefined;
}

function nameNode(node) {
  if (ts.isClassExpression(node)) {
    return node.parent.name;
  }
  if (node.name) {
    return node.name;
  }
  if (ts.isConstructorDeclaration(node)) {
    return node.getChildren().find((one) => one.kind === ts.SyntaxKind.ConstructorKeyword);
  }
  // A class or function that is exported without a name goes by the word in the place of it.
  return node.modifiers?.find((one) => one.kind === ts.SyntaxKind.DefaultKeyword) ?? node;
}

export class Declarations {
  #tree;
  #checker;
  #lines = [];

  constructor(tree, checker) {
    this.#tree = tree;
    this.#checker = checker;
  }

  path(file) {
    return path.relative(this.#tree, file.fileName).replaceAll("\\", "/");
  }

  #isInTree(node) {
    const file = this.path(node.getSourceFile());
    return !file.startsWith("..") && !file.includes("node_modules/");
  }

  add(node) {
    const kind = kindOf(node);
    if (kind) {
      this.#lines.push({ declares: kind, owner: this.#owner(node), at: this.#place(node) });
    }
    ts.forEachChild(node, (child) => this.add(child));
  }

  declared() {
    return this.#lines;
  }

  #owner(node) {
    const owner = this.#enclosing(node.parent);
    return owner ? nameNode(owner).getText() : "";
  }

  #place(node) {
    const file = node.getSourceFile();
    if (ts.isSourceFile(node)) {
      return { file: this.path(file), line: 0, name: "<file>" };
    }
    const name = nameNode(node);
    const { line } = file.getLineAndCharacterOfPosition(name.getStart(file));
    const text = ts.isStringLiteral(name) || ts.isNoSubstitutionTemplateLiteral(name) ? name.getText().slice(1, -1) : name.getText();
    return { file: this.path(file), line, name: text };
  }

  /** The same place as {@link #place}, but a constructor goes by its class. */
  #target(node) {
    const place = this.#place(node);
    return ts.isConstructorDeclaration(node) ? { ...place, name: nameNode(node.parent).getText() } : place;
  }

  #enclosing(node) {
    for (let at = node; at && !ts.isSourceFile(at); at = at.parent) {
      if (this.#holdsCode(at)) {
        return at;
      }
    }
    return undefined;
  }

  #holdsCode(node) {
    return kindOf(node) !== undefined && !ts.isParameter(node) && !ts.isBindingElement(node);
  }

  /** The innermost declaration that a use stands in. */
  around(node) {
    return this.#place(this.#enclosing(node.parent) ?? node.getSourceFile());
  }

  /** What an instance of a class is made with: the nearest constructor that is written, or else the class. */
  constructorOf(symbol) {
    let at = symbol;
    for (let depth = 0; at && depth < 50; depth++) {
      const written = at.members?.get("__constructor");
      if (written) {
        return written;
      }
      const declaration = at.declarations?.find(ts.isClassLike);
      const base = declaration && this.#checker.getBaseTypes(this.#checker.getDeclaredTypeOfSymbol(at))[0];
      at = base?.getSymbol();
      if (at && !at.declarations?.some((one) => this.#isInTree(one))) {
        break;
      }
    }
    return symbol;
  }

  /** The places a symbol is declared at, one for each symbol that a union or intersection puts together. */
  targets(symbol, asType) {
    const groups = new Map();
    for (const declaration of symbol.declarations ?? []) {
      const own = declaration.symbol ?? symbol;
      const group = groups.get(this.#checker.getMergedSymbol?.(own) ?? own) ?? [];
      group.push(declaration);
      groups.set(this.#checker.getMergedSymbol?.(own) ?? own, group);
    }
    const places = [];
    for (const group of groups.values()) {
      // A parameter that makes a property is a property only where it is asked for as one.
      const asParameter = !(symbol.flags & ts.SymbolFlags.Property);
      const inTree = group.filter((one) => this.#isInTree(one) && !(asParameter && ts.isParameter(one)) && (ts.isSourceFile(one) || kindOf(this.#counted(one))));
      if (inTree.length > 0) {
        const place = this.#target(this.#counted(representative(inTree, asType)));
        if (!places.some((one) => one.file === place.file && one.line === place.line && one.name === place.name)) {
          places.push(place);
        }
      }
    }
    return places;
  }

  /** A class expression is counted as the variable it is set to and the other way round. */
  #counted(node) {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isClassExpression(node.initializer)) {
      return node.initializer;
    }
    return isFunction(node) && node.parent && (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
      ? node.parent
      : node;
  }
}

/** Of several declarations of one name the one with a body, else the first that is what is asked for. */
function representative(group, asType) {
  const meant = group.filter((one) => (asType ? isType(one) : !isTypeOnly(one)));
  const all = meant.length > 0 ? meant : group;
  return (
    all.find((one) => one.body && !ts.isModuleDeclaration(one) && ts.isFunctionLike(one)) ??
    all.find((one) => ts.isClassLike(one)) ??
    all[0]
  );
}

function isTypeOnly(node) {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isType(node) {
  return isTypeOnly(node) || ts.isClassLike(node) || ts.isEnumDeclaration(node);
}
