// Writes the answer key of a TypeScript source tree, as the compiler's checker sees it:
//   node key.mjs TREE OUT
// One JSON object a line: the files, the declarations, the uses whose target the tree declares, and the uses that give no
// edge. docs/accuracy.md says what counts as a target.
import ts from "typescript";
import fs from "node:fs";
import path from "node:path";
import { Declarations } from "./declarations.mjs";
import { shapeOf } from "./shapes.mjs";

const [tree, out] = process.argv.slice(2).map((one) => path.resolve(one));

function sources(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === "node_modules" ? [] : sources(file);
      }
      return /\.[mc]?tsx?$/.test(entry.name) ? [file] : [];
    });
}

// Where a package imports itself by its name, its sources are meant: what is built of them is not at hand.
function ownPaths() {
  const manifest = path.join(tree, "package.json");
  const { name, exports } = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, "utf8")) : {};
  const paths = {};
  const entries = Object.keys(exports ?? {}).filter((key) => /^\.(\/|$)/.test(key) && !/\*|\.json$/.test(key));
  for (const entry of entries) {
    const source = path.posix.join("src", entry);
    const ends = ["/index.ts", "/index.tsx", ...(entry === "." ? [] : [".ts", ".tsx"])];
    const found = ends.map((end) => source + end).find((file) => fs.existsSync(path.join(tree, file)));
    if (name && found) {
      paths[path.posix.join(name, entry)] = [`./${found}`];
    }
  }
  return paths;
}

function options() {
  const config = path.join(tree, "tsconfig.json");
  const written = fs.existsSync(config)
    ? ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, tree).options
    : {};
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
    ...(written.baseUrl ? { baseUrl: written.baseUrl } : {}),
    ...(written.paths
      ? { paths: written.paths, pathsBasePath: written.pathsBasePath }
      : { paths: ownPaths(), pathsBasePath: tree }),
    ...(written.jsxImportSource ? { jsxImportSource: written.jsxImportSource } : {}),
  };
}

const files = sources(tree);
const program = ts.createProgram(files, options());
const checker = program.getTypeChecker();
const declarations = new Declarations(tree, checker);
const lines = [];
const seen = new Set();

function site(node) {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { line, character };
}

/** Notes a use of a name; what it means is one declaration, or one in each part of a union. */
function use(kind, name, symbol, shape) {
  const at = site(name);
  const file = declarations.path(name.getSourceFile());
  const place = `${kind} ${file} ${at.line} ${at.character}`;
  if (seen.has(place)) {
    return;
  }
  seen.add(place);
  if (!symbol) {
    silence(kind, file, at, isUntyped(name) ? "OUTSIDE" : "UNKNOWN", name.getText());
    return;
  }
  const targets = declarations.targets(resolved(symbol), isOfType(name));
  if (targets.length === 0) {
    silence(kind, file, at, isBroken(symbol) ? "UNKNOWN" : "OUTSIDE", symbol.getName());
  }
  for (const to of targets) {
    lines.push({ kind, from: declarations.around(name), to, at, evidence: "exact", shape: shape ?? shapeOf(checker, name) });
  }
}

/** Whether a name is asked for as a type; what is declared under it as a value is another thing then. */
function isOfType(name) {
  let at = name;
  while (ts.isQualifiedName(at.parent) || (ts.isPropertyAccessExpression(at.parent) && at.parent.name === at)) {
    at = at.parent;
  }
  const parent = at.parent;
  if (ts.isExpressionWithTypeArguments(parent)) {
    const clause = parent.parent;
    return !ts.isHeritageClause(clause) || ts.isInterfaceDeclaration(clause.parent) || clause.token === ts.SyntaxKind.ImplementsKeyword;
  }
  return ts.isTypeReferenceNode(parent);
}

function silence(kind, file, at, cause, what) {
  lines.push({ kind, cause, what, file, at });
}

function resolved(symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isBroken(symbol) {
  return resolved(symbol).escapedName === "unknown" || isError(resolved(symbol));
}

function isError(symbol) {
  return symbol.flags === ts.SymbolFlags.Property && symbol.escapedName === "unknown" && !symbol.declarations;
}

/** Whether the receiver of a name is known to be of type any, whose members are nobody's. */
function isUntyped(name) {
  const parent = name.parent;
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== name) {
    return false;
  }
  const type = checker.getTypeAtLocation(parent.expression);
  return !(type.flags & ts.TypeFlags.Any) || type.intrinsicName === "any";
}

function bare(node) {
  let inner = node;
  while (ts.isParenthesizedExpression(inner) || ts.isNonNullExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}

/** The name that a callee ends in, undefined where nothing is named. */
function calleeName(node) {
  const callee = bare(node);
  if (ts.isIdentifier(callee)) {
    return callee;
  }
  return ts.isPropertyAccessExpression(callee) ? callee.name : undefined;
}

function callOf(node, callee, kind) {
  const name = calleeName(callee);
  if (!name) {
    return undefined;
  }
  const symbol = checker.getSymbolAtLocation(name);
  const target = symbol && resolved(symbol);
  if (target && target.flags & ts.SymbolFlags.Class) {
    use("new", name, declarations.constructorOf(target));
  } else {
    use(kind, name, symbol);
  }
  return name;
}

function visit(node) {
  let taken;
  if (ts.isCallExpression(node)) {
    taken = call(node);
  } else if (ts.isTaggedTemplateExpression(node)) {
    taken = callOf(node, node.tag, "call");
  } else if (ts.isNewExpression(node)) {
    taken = callOf(node, node.expression, "new");
  } else if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
    taken = tag(node);
  } else if (ts.isDecorator(node)) {
    taken = ts.isCallExpression(node.expression) ? undefined : callOf(node, node.expression, "call");
  } else if (ts.isJsxClosingElement(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return;
  } else if (ts.isExportAssignment(node) && ts.isIdentifier(node.expression)) {
    return;
  } else if (ts.isBindingElement(node)) {
    component(node);
  } else if (ts.isShorthandPropertyAssignment(node)) {
    use("ref", node.name, checker.getShorthandAssignmentValueSymbol(node));
  }
  children(node, taken);
}

function children(node, taken) {
  ts.forEachChild(node, (child) => {
    if (child === taken) {
      return;
    }
    if (taken && contains(child, taken)) {
      withoutName(child, taken);
    } else if (isReference(child)) {
      reference(child);
    } else if (!isName(child)) {
      visit(child);
    }
  });
}

function contains(node, inner) {
  return node.pos <= inner.pos && inner.end <= node.end;
}

/** Visits all of a callee but the name that the call is noted at. */
function withoutName(node, name) {
  if (node === name) {
    return;
  }
  if (ts.isPropertyAccessExpression(node) && node.name === name) {
    children(node, name);
  } else {
    children(node, name);
  }
}

function call(node) {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const type = checker.getTypeAtLocation(node.expression);
    const symbol = type.getSymbol();
    use("call", node.expression, symbol && declarations.constructorOf(symbol), "super");
    return undefined;
  }
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return undefined;
  }
  return callOf(node, node.expression, "call");
}

function tag(node) {
  const name = node.tagName;
  const isComponent = ts.isPropertyAccessExpression(name) || (ts.isIdentifier(name) && !/^[a-z]/.test(name.text));
  return isComponent ? callOf(node, name, "call") ?? name : name;
}

/** The property that a pattern takes out of what it is laid over. */
function component(node) {
  const name = node.propertyName ?? node.name;
  if (!ts.isObjectBindingPattern(node.parent) || node.dotDotDotToken || !ts.isIdentifier(name)) {
    return;
  }
  const type = checker.getTypeAtLocation(node.parent);
  const property = checker.getPropertyOfType(checker.getApparentType(type), name.text);
  if (property) {
    use("ref", name, property);
  }
}

function isName(node) {
  return ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
}

function isReference(node) {
  if (!isName(node) || node.text === "") {
    return false;
  }
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) {
    return true;
  }
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent)) {
    return true;
  }
  if (ts.isTypeQueryNode(parent)) {
    return true;
  }
  if (ts.isBindingElement(parent)) {
    return parent.initializer === node;
  }
  if (ts.isJsxAttribute(parent) || ts.isTypePredicateNode(parent) || ts.isTypeParameterDeclaration(parent)) {
    return false;
  }
  if (ts.isNamedTupleMember(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) {
    return false;
  }
  if (ts.isShorthandPropertyAssignment(parent)) {
    return parent.objectAssignmentInitializer === node;
  }
  if (ts.isImportEqualsDeclaration(parent)) {
    return parent.moduleReference === node;
  }
  if (ts.isMetaProperty(parent) || ts.isImportTypeNode(parent) || ts.isNamespaceExportDeclaration(parent)) {
    return false;
  }
  return parent.name !== node;
}

function reference(node) {
  if (node.text === "undefined" || (node.text === "const" && ts.isTypeReferenceNode(node.parent))) {
    return;
  }
  use("ref", node, checker.getSymbolAtLocation(node));
}

const units = files.map((file) => program.getSourceFile(file));
units.forEach((unit) => declarations.add(unit));
units.forEach((unit) => children(unit, undefined));
const all = [
  ...units.map((unit) => ({ source: declarations.path(unit) })),
  ...declarations.declared(),
  ...lines,
];
fs.writeFileSync(out, all.map((line) => JSON.stringify(line)).join("\n") + "\n");
