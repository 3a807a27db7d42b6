package dev.sextant.index;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What written types mean, what the supertypes of a type are, and what a declaration's type is.
 *
 * <p><b>Threads:</b> one a worker; {@link Memory} is shared among them and safe.
 */
final class TypeLookup {
  /** Answers already found, for all workers. Racing workers find the same answer. */
  static final class Memory {
    private static final int NOT_ASKED = Integer.MIN_VALUE;

    private final AtomicReferenceArray<int[]> supertypes;
    private final int[] types;

    Memory(int declarationCount) {
      supertypes = new AtomicReferenceArray<>(declarationCount);
      types = new int[declarationCount];
      Arrays.fill(types, NOT_ASKED);
    }
  }

  private static final int[] NONE = {};
  private static final int MAX_DEPTH = 24;

  private final Declarations declarations;
  private final Imports imports;
  private final Memory memory;
  private int depth;

  TypeLookup(Declarations declarations, Imports imports, Memory memory) {
    this.declarations = declarations;
    this.imports = imports;
    this.memory = memory;
  }

  /** The type that node {@code node} of {@code file} writes. */
  int written(int file, int node) {
    if (node < 0) {
      return Types.UNKNOWN;
    }
    FileFacts facts = declarations.facts(file);
    return switch (facts.form(node)) {
      case Form.TYPE_PRIMITIVE -> Types.primitive(facts.string(facts.nodeName(node)));
      case Form.TYPE_ARRAY -> Types.ARRAY;
      case Form.TYPE_SELF -> declarations.enclosingType(file, facts.nodeScope(node));
      case Form.TYPE_NAME, Form.NAME, Form.MEMBER -> named(file, facts, node);
      default -> Types.UNKNOWN;
    };
  }

  private int named(int file, FileFacts facts, int node) {
    int name = declarations.nameId(file, facts.nodeName(node));
    int qualifier = facts.first(node);
    if (qualifier < 0) {
      return bound(simple(file, facts.nodeScope(node), name));
    }
    int outer = written(file, qualifier);
    if (outer >= 0) {
      return memberType(outer, name);
    }
    if (!declarations.rules(file).packages()) {
      int row = imports.bringing(file, declarations.nameId(file, facts.nodeName(qualifier)));
      int module = row < 0 ? -1 : imports.module(file, row);
      return typeOnly(imports.exported(module, name));
    }
    String packageName = dotted(file, facts, qualifier);
    return declarations.isPackage(packageName)
        ? declarations.inPackage(packageName, name)
        : Types.UNKNOWN;
  }

  private String dotted(int file, FileFacts facts, int node) {
    if (facts.nodeName(node) < 0) {
      return "";
    }
    String name = facts.string(facts.nodeName(node));
    return facts.first(node) < 0 ? name : dotted(file, facts, facts.first(node)) + "." + name;
  }

  // A type parameter stands for its bound.
  private int bound(int declaration) {
    if (declaration < 0 || declarations.kind(declaration) != SymbolKind.TYPE_PARAMETER) {
      return declaration;
    }
    int file = declarations.fileOf(declaration);
    int bound = declarations.facts(file).type(declarations.local(file, declaration));
    if (bound < 0 || depth > MAX_DEPTH) {
      return Types.UNKNOWN;
    }
    depth++;
    try {
      return written(file, bound);
    } finally {
      depth--;
    }
  }

  /** The type (or type parameter) that the simple name means in the scope, or -1. */
  int simple(int file, int scope, int name) {
    FileFacts facts = declarations.facts(file);
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int kind = facts.scopeKind(at);
      if (kind == ScopeKind.FILE) {
        return inFile(file, name);
      }
      int found;
      if (kind == ScopeKind.TYPE) {
        int owner = facts.scopeOwner(at);
        found =
            declarations.nameId(file, facts.name(owner)) == name && facts.kind(owner).isType()
                ? declarations.declaration(file, owner)
                : declarations.rules(file).membersInScope()
                    ? memberType(declarations.declaration(file, owner), name)
                    : -1;
      } else {
        found = inBlock(file, facts, at, name);
      }
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int inBlock(int file, FileFacts facts, int scope, int name) {
    for (int local = facts.lastIn(scope); local >= 0; local = facts.previousIn(local)) {
      if (declarations.nameId(file, facts.name(local)) == name) {
        SymbolKind kind = facts.kind(local);
        if (kind.isType() || kind == SymbolKind.TYPE_PARAMETER) {
          return declarations.declaration(file, local);
        }
      }
    }
    return -1;
  }

  /** The type a simple name means at the top of a file: own, imported, of the package. */
  int inFile(int file, int name) {
    int row = imports.bringing(file, name);
    if (!declarations.rules(file).packages()) {
      int own = typeOnly(declarations.member(declarations.declaration(file, 0), name));
      if (own >= 0 || row < 0) {
        return own >= 0 ? own : typeOnly(imports.exported(file, name));
      }
      int imported = declarations.facts(file).importName(row);
      int wanted = imported < 0 ? name : declarations.nameId(file, imported);
      return typeOnly(imports.exported(imports.target(file, row), wanted));
    }
    if (row >= 0) {
      return imports.target(file, row);
    }
    int found = declarations.inPackage(declarations.packageName(file), name);
    if (found < 0) {
      found = onDemand(file, name);
    }
    return found >= 0
        ? found
        : declarations.inPackage(declarations.rules(file).implicitPackage(), name);
  }

  private int onDemand(int file, int name) {
    FileFacts facts = declarations.facts(file);
    for (int row = 0; row < facts.importCount(); row++) {
      int found =
          switch (facts.importKind(row)) {
            case ImportKind.WILDCARD -> {
              int type = imports.target(file, row);
              yield type >= 0
                  ? memberType(type, name)
                  : declarations.inPackage(facts.string(facts.importPath(row)), name);
            }
            case ImportKind.STATIC_NAMED ->
                imports.target(file, row) >= 0
                        && declarations.nameId(file, facts.importName(row)) == name
                    ? memberType(imports.target(file, row), name)
                    : -1;
            case ImportKind.STATIC_WILDCARD ->
                imports.target(file, row) >= 0 ? memberType(imports.target(file, row), name) : -1;
            default -> -1;
          };
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int typeOnly(int declaration) {
    return declaration >= 0 && declarations.kind(declaration).isType() ? declaration : -1;
  }

  /** The member type of that name, own or inherited, or -1. */
  int memberType(int owner, int name) {
    for (int own = declarations.member(owner, name);
        own >= 0;
        own = declarations.olderMember(own)) {
      if (declarations.kind(own).isType()) {
        return own;
      }
    }
    if (depth > MAX_DEPTH) {
      return -1;
    }
    for (int supertype : supertypes(owner)) {
      depth++;
      int found = memberType(supertype, name);
      depth--;
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** The supertypes that the type declares and that are in the workspace. */
  int[] supertypes(int type) {
    int[] known = memory.supertypes.get(type);
    if (known != null) {
      return known;
    }
    if (depth > MAX_DEPTH) {
      return NONE;
    }
    int file = declarations.fileOf(type);
    FileFacts facts = declarations.facts(file);
    int list = facts.supertypes(declarations.local(file, type));
    int[] found = new int[facts.listSize(list)];
    int count = 0;
    depth++;
    for (int i = 0; i < found.length; i++) {
      int supertype = written(file, facts.listItem(list, i));
      if (supertype >= 0 && supertype != type) {
        found[count++] = supertype;
      }
    }
    depth--;
    int[] result = count == 0 ? NONE : Arrays.copyOf(found, count);
    // A cut or cyclic look-up saw less than there is: only whole answers are kept.
    if (depth == 0) {
      memory.supertypes.set(type, result);
    }
    return result;
  }

  /** Whether {@code type} is {@code wanted} or below it, as far as the workspace shows. */
  boolean isSubtype(int type, int wanted) {
    if (type == wanted) {
      return true;
    }
    if (depth > MAX_DEPTH) {
      return false;
    }
    for (int supertype : supertypes(type)) {
      depth++;
      boolean found = isSubtype(supertype, wanted);
      depth--;
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** The type of what is declared: a type itself, a result type, a variable's type. */
  int declared(int declaration) {
    int known = memory.types[declaration];
    if (known != Memory.NOT_ASKED) {
      return known;
    }
    if (depth > MAX_DEPTH) {
      return Types.UNKNOWN;
    }
    int file = declarations.fileOf(declaration);
    FileFacts facts = declarations.facts(file);
    int local = declarations.local(file, declaration);
    int type;
    depth++;
    if (facts.kind(local) == SymbolKind.ENUM_CONSTANT
        || facts.kind(local) == SymbolKind.CONSTRUCTOR) {
      type = declarations.enclosingType(file, facts.scopeOf(local));
    } else if (facts.kind(local).isType()) {
      type = declaration;
    } else if (facts.type(local) >= 0) {
      type = written(file, facts.type(local));
    } else {
      type = initialized(file, facts, facts.initializer(local));
    }
    depth--;
    if (depth == 0) {
      memory.types[declaration] = type;
    }
    return type;
  }

  // What is seen without linking the other file: constructions, casts and literals.
  private int initialized(int file, FileFacts facts, int node) {
    if (node < 0) {
      return Types.UNKNOWN;
    }
    return switch (facts.form(node)) {
      case Form.CONSTRUCT, Form.CAST, Form.SAME ->
          facts.first(node) < 0
              ? Types.UNKNOWN
              : facts.form(node) == Form.SAME
                  ? initialized(file, facts, facts.first(node))
                  : written(file, facts.first(node));
      case Form.NAME, Form.MEMBER ->
          facts.isReference(node) && facts.role(node).isCallLike()
              ? written(file, node)
              : Types.UNKNOWN;
      default -> Types.UNKNOWN;
    };
  }
}
