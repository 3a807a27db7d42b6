package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;

/**
 * Which declaration the name of a type means.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class TypeNames {
  private static final int NOT_ASKED = Integer.MIN_VALUE;

  private final Declarations declarations;
  private final World world;
  // Apart for headers, whose questions are kept apart.
  private final Cache bodyCache = new Cache();
  private final Cache headerCache = new Cache();

  TypeNames(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** The type or type parameter that a written name means, or -1. */
  int find(int file, int node) {
    FileFacts facts = declarations.facts(file);
    int qualifier = facts.first(node);
    if (qualifier < 0) {
      return simple(file, facts.nodeScope(node), facts.nodeName(node));
    }
    int name = declarations.nameId(file, facts.nodeName(node));
    if (facts.form(qualifier) == Form.TYPE_PACKAGE) {
      return world.asking.inPackage(facts.string(facts.nodeName(qualifier)), name);
    }
    if (!isName(facts.form(qualifier))) {
      return -1;
    }
    if (declarations.rules(file).structural()) {
      return world.containers.type(file, qualifier, name);
    }
    int outer = find(file, qualifier);
    if (outer >= 0) {
      return declarations.kind(outer).isType() ? member(outer, name) : -1;
    }
    if (!declarations.rules(file).packages()) {
      int row = world.imports.bringing(file, declarations.nameId(file, facts.nodeName(qualifier)));
      int module = row < 0 ? -1 : world.imports.module(file, row);
      return typeOnly(world.imports.exported(module, name));
    }
    return world.asking.inPackage(dotted(facts, qualifier), name);
  }

  private static boolean isName(int form) {
    return form == Form.TYPE_NAME || form == Form.NAME || form == Form.MEMBER;
  }

  private static String dotted(FileFacts facts, int node) {
    String name = facts.string(facts.nodeName(node));
    int first = facts.first(node);
    return first < 0 || facts.nodeName(first) < 0 ? name : dotted(facts, first) + "." + name;
  }

  /** The type or type parameter that string {@code string} of a file means in a scope, or -1. */
  int simple(int file, int scope, int string) {
    FileFacts facts = declarations.facts(file);
    int name = declarations.nameId(file, string);
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      int found =
          switch (facts.scopeKind(at)) {
            case ScopeKind.FILE -> -1;
            case ScopeKind.TYPE -> inType(file, facts, facts.scopeOwner(at), name);
            default -> inBlock(file, facts, at, name);
          };
      if (found >= 0) {
        return found;
      }
    }
    if (declarations.isModule(file)) {
      return inFile(file, string);
    }
    return declarations.rules(file).structural() ? global(file, name) : -1;
  }

  private int inType(int file, FileFacts facts, int owner, int name) {
    // The type parameters of a structural type stand outside of it, and may be called like it.
    if (declarations.nameId(file, facts.name(owner)) == name
        && facts.kind(owner).isType()
        && !declarations.rules(file).structural()) {
      return declarations.declaration(file, owner);
    }
    if (facts.kind(owner) == SymbolKind.NAMESPACE) {
      Members.Member found =
          world.members.nearest(
              ClassType.of(declarations.declaration(file, owner)), name, Wanted.TYPE, file);
      return found == null ? -1 : found.declaration();
    }
    return declarations.rules(file).membersInScope()
        ? member(declarations.declaration(file, owner), name)
        : -1;
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

  private int global(int file, int name) {
    return world.asking.inPackage(declarations.rules(file).implicitPackage(), name);
  }

  /** The types that the strings of one file mean at its top, as far as they were asked for. */
  private static final class Cache {
    private int file = -1;
    private int[] found = new int[0];
  }

  private int inFile(int file, int string) {
    Cache cache = world.asking.isForHeader() ? headerCache : bodyCache;
    if (file != cache.file) {
      cache.file = file;
      cache.found = new int[declarations.facts(file).stringCount()];
      Arrays.fill(cache.found, NOT_ASKED);
    }
    int known = cache.found[string];
    if (known != NOT_ASKED) {
      return known;
    }
    int found = atTop(file, declarations.nameId(file, string));
    // Looking up may have led through other files, which took the cache over.
    if (file == cache.file) {
      cache.found[string] = found;
    }
    return found;
  }

  /** The type a simple name means at the top of a file: own, imported, of the package. */
  int atTop(int file, int name) {
    int row = world.imports.bringing(file, name);
    if (!declarations.rules(file).packages()) {
      return inModule(file, name, row);
    }
    if (row >= 0) {
      int target = world.imports.target(file, row);
      return target >= 0 ? target : notFound(file, row);
    }
    int found = world.asking.inPackage(declarations.packageName(file), name);
    if (found < 0) {
      found = onDemand(file, name);
    }
    return found >= 0
        ? found
        : world.asking.inPackage(declarations.rules(file).implicitPackage(), name);
  }

  // A member type may be imported through a type that inherits it.
  private int notFound(int file, int row) {
    FileFacts facts = declarations.facts(file);
    int outer = world.imports.qualifiedType(facts.string(facts.importPath(row)));
    return outer < 0 ? -1 : member(outer, declarations.nameId(file, facts.importName(row)));
  }

  private int inModule(int file, int name, int row) {
    if (declarations.rules(file).structural()) {
      return inStructural(file, name, row);
    }
    int own = typeOnly(declarations.member(declarations.declaration(file, 0), name));
    if (own >= 0 || row < 0) {
      return own >= 0 ? own : typeOnly(world.imports.exported(file, name));
    }
    int imported = declarations.facts(file).importName(row);
    int wanted = imported < 0 ? name : declarations.nameId(file, imported);
    return typeOnly(world.imports.exported(world.imports.target(file, row), wanted));
  }

  private int inStructural(int file, int name, int row) {
    int own =
        declarations.accepted(
            declarations.member(declarations.declaration(file, 0), name), Wanted.TYPE);
    if (own >= 0) {
      return world.merged.representative(own);
    }
    FileFacts facts = declarations.facts(file);
    int found;
    if (row < 0) {
      found = world.imports.exported(file, name, Wanted.TYPE);
      found = found < 0 ? global(file, name) : found;
    } else {
      int imported = facts.importName(row);
      boolean byDefault = facts.importKind(row) == ImportKind.DEFAULT;
      int wanted =
          byDefault
              ? declarations.intern("default")
              : imported < 0 ? name : declarations.nameId(file, imported);
      int target = world.imports.target(file, row);
      found =
          facts.importKind(row) == ImportKind.MODULE
              ? world.imports.whole(target, Wanted.TYPE)
              : world.imports.exported(target, wanted, Wanted.TYPE);
    }
    return found < 0 ? -1 : world.merged.representative(found);
  }

  private int onDemand(int file, int name) {
    FileFacts facts = declarations.facts(file);
    for (int row = 0; row < facts.importCount(); row++) {
      int kind = facts.importKind(row);
      if (kind == ImportKind.NAMED
          || (kind == ImportKind.STATIC_NAMED
              && declarations.nameId(file, facts.importName(row)) != name)) {
        continue;
      }
      int type = world.imports.target(file, row);
      int found =
          type >= 0
              ? member(type, name)
              : kind == ImportKind.WILDCARD
                  ? world.asking.inPackage(facts.string(facts.importPath(row)), name)
                  : -1;
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
  int member(int owner, int name) {
    int own = ownMember(owner, name);
    if (own >= 0) {
      return own;
    }
    ClassType[] ancestors = world.hierarchy.ancestry(owner).types();
    for (int i = 1; i < ancestors.length; i++) {
      int found = ownMember(ancestors[i].declaration(), name);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int ownMember(int owner, int name) {
    world.asking.lookAt(owner);
    int own = declarations.member(owner, name);
    while (own >= 0 && !declarations.kind(own).isType()) {
      own = declarations.olderMember(own);
    }
    return own;
  }
}
