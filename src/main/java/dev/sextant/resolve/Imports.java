package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ImportKind;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Where the imports of all files lead: for files of packages the declaration of the type, for
 * modules the file.
 *
 * <p><b>Threads:</b> one a worker; what was found is kept for all.
 */
public final class Imports {
  private static final int MAX_REEXPORTS = 8;

  /** The name under which a module exports what stands for all of it. */
  private static final String WHOLE = "export=";

  private final Declarations declarations;
  private final Asking asking;
  private final AtomicReferenceArray<int[]> targets;
  private final AtomicReferenceArray<int[]> submodules;

  Imports(
      Declarations declarations,
      Asking asking,
      AtomicReferenceArray<int[]> targets,
      AtomicReferenceArray<int[]> submodules) {
    this.declarations = declarations;
    this.asking = asking;
    this.targets = targets;
    this.submodules = submodules;
  }

  private int[] targets(int file) {
    int[] known = targets.get(file);
    if (known == null) {
      int before = asking.enter(file);
      known = findTargets(file);
      asking.leave(before);
      targets.set(file, known);
    }
    return known;
  }

  private int[] findTargets(int file) {
    FileFacts facts = declarations.facts(file);
    int[] found = new int[facts.importCount()];
    boolean packages = declarations.rules(file).packages();
    for (int row = 0; row < found.length; row++) {
      String path = facts.string(facts.importPath(row));
      found[row] =
          packages
              ? typeTarget(facts, row, path)
              : asking.firstFile(
                  declarations.language(file).moduleFiles(declarations.pathOf(file), path));
    }
    return found;
  }

  private int[] submodules(int file) {
    int[] known = submodules.get(file);
    if (known == null) {
      int before = asking.enter(file);
      known = findSubmodules(file, declarations.facts(file));
      asking.leave(before);
      submodules.set(file, known);
    }
    return known;
  }

  // `from package import name` may name a file of the package instead of what it declares.
  private int[] findSubmodules(int file, FileFacts facts) {
    int[] found = new int[facts.importCount()];
    for (int row = 0; row < found.length; row++) {
      found[row] = -1;
      if (facts.importKind(row) == ImportKind.NAMED) {
        String path = facts.string(facts.importPath(row));
        String name = facts.string(facts.importName(row));
        String module = path.endsWith(".") ? path + name : path + "." + name;
        found[row] =
            asking.firstFile(
                declarations.language(file).moduleFiles(declarations.pathOf(file), module));
      }
    }
    return found;
  }

  /** The module that import {@code row} brings as a name of its own, or -1. */
  int module(int file, int row) {
    if (declarations.rules(file).packages()) {
      return -1;
    }
    return declarations.facts(file).importKind(row) == ImportKind.NAMED
        ? submodules(file)[row]
        : targets(file)[row];
  }

  private int typeTarget(FileFacts facts, int row, String path) {
    return facts.importKind(row) == ImportKind.NAMED
        ? qualifiedType(path + "." + facts.string(facts.importName(row)))
        : qualifiedType(path);
  }

  /** The type a full name such as {@code java.util.Map.Entry} stands for, or -1. */
  int qualifiedType(String name) {
    for (int dot = name.lastIndexOf('.'); ; dot = dot < 0 ? -1 : name.lastIndexOf('.', dot - 1)) {
      String packageName = dot < 0 ? "" : name.substring(0, dot);
      if (asking.isPackage(packageName)) {
        String[] rest = name.substring(dot + 1).split("\\.", -1);
        int type = asking.inPackage(packageName, declarations.intern(rest[0]));
        for (int i = 1; i < rest.length && type >= 0; i++) {
          asking.lookAt(type);
          type = declarations.member(type, declarations.intern(rest[i]));
        }
        if (type >= 0) {
          return type;
        }
      }
      if (dot < 0) {
        return -1;
      }
    }
  }

  /** Where import {@code row} leads: a type's declaration or a file, as the language has it; -1. */
  public int target(int file, int row) {
    return targets(file)[row];
  }

  /** The import of {@code file} that brings the name {@code alias}, the last such row, or -1. */
  int bringing(int file, int alias) {
    FileFacts facts = declarations.facts(file);
    for (int row = facts.importCount() - 1; row >= 0; row--) {
      int own = facts.importAlias(row);
      int kind = facts.importKind(row);
      if (own >= 0
          && kind != ImportKind.REEXPORT
          && kind != ImportKind.STATIC_NAMED
          && declarations.nameId(file, own) == alias) {
        return row;
      }
    }
    return -1;
  }

  /** What the module {@code file} offers under {@code name}: a declaration, or -1. */
  public int exported(int file, int name) {
    return exported(file, name, Wanted.ANY);
  }

  /** The same for what is wanted only. */
  int exported(int file, int name, Wanted wanted) {
    return exported(file, name, wanted, MAX_REEXPORTS);
  }

  private int exported(int file, int name, Wanted wanted, int depth) {
    if (file < 0 || depth == 0) {
      return -1;
    }
    asking.lookInto(file);
    int own = declarations.member(declarations.declaration(file, 0), name);
    if (declarations.rules(file).structural()) {
      own = declarations.accepted(own, wanted);
    }
    if (own >= 0) {
      return own;
    }
    FileFacts facts = declarations.facts(file);
    for (int row = 0; row < facts.importCount(); row++) {
      int found = throughImport(file, facts, row, name, wanted, depth);
      if (found >= 0) {
        return found;
      }
    }
    return declarations.rules(file).structural() ? ofWhole(file, name, wanted, depth) : -1;
  }

  /** What stands for all of a module, if it exports such: a declaration, or -1. */
  int whole(int file, Wanted wanted) {
    return file < 0 ? -1 : whole(file, wanted, MAX_REEXPORTS);
  }

  private int whole(int file, Wanted wanted, int depth) {
    if (depth <= 0) {
      return -1;
    }
    int name = declarations.intern(WHOLE);
    FileFacts facts = declarations.facts(file);
    for (int row = facts.importCount() - 1; row >= 0; row--) {
      int alias = facts.importAlias(row);
      if (alias >= 0 && declarations.nameId(file, alias) == name) {
        int found = throughImport(file, facts, row, name, wanted, depth);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  /** What a name means to one who imports it of a module that exports one thing only. */
  private int ofWhole(int file, int name, Wanted wanted, int depth) {
    String text = declarations.name(name);
    if (text.equals(WHOLE)) {
      return -1;
    }
    if (text.equals("default")) {
      return whole(file, wanted, depth);
    }
    int container = whole(file, Wanted.CONTAINER, depth);
    if (container < 0 || declarations.kind(container) == SymbolKind.FILE) {
      return container < 0 ? -1 : exported(declarations.fileOf(container), name, wanted, depth - 1);
    }
    // A function and its namespaces, and the parts of an interface, stand beside each other.
    for (int part = container; part >= 0; part = declarations.olderMember(part)) {
      int found =
          Wanted.CONTAINER.accepts(declarations.kind(part))
              ? declarations.accepted(declarations.member(part, name), wanted)
              : -1;
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int throughImport(
      int file, FileFacts facts, int row, int name, Wanted wanted, int depth) {
    int kind = facts.importKind(row);
    int target = targets(file)[row];
    if (kind == ImportKind.REEXPORT_ALL || kind == ImportKind.WILDCARD) {
      return target == file ? -1 : exported(target, name, wanted, depth - 1);
    }
    int alias = facts.importAlias(row);
    if (declarations.rules(file).structural() && target >= 0 && alias >= 0) {
      boolean same = declarations.nameId(file, alias) == name;
      if (same && kind == ImportKind.MODULE) {
        int whole = whole(target, wanted, depth - 1);
        return whole >= 0 ? whole : declarations.declaration(target, 0);
      }
      if (same && kind == ImportKind.DEFAULT) {
        return exported(target, declarations.intern("default"), wanted, depth - 1);
      }
    }
    if (alias < 0 || declarations.nameId(file, alias) != name || facts.importName(row) < 0) {
      return -1;
    }
    int original = declarations.nameId(file, facts.importName(row));
    return target == file && original == name ? -1 : exported(target, original, wanted, depth - 1);
  }
}
