package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All declarations of a build and of its libraries, numbered through, with the tables that find
 * them by name.
 *
 * <p><b>Shape:</b> declarations and scopes are numbered file after file, the files of the workspace
 * first, the types of libraries after them; names are ids of one {@link StringInterner}.
 *
 * <p><b>Threads:</b> filled by one thread through {@link #add}, then safe for all; the facts of
 * libraries are read when they are asked for.
 */
public final class Declarations {
  private final List<LinkUnit> units;
  private final LibraryFiles libraries;
  private final StringInterner names;
  private final int[][] nameIds;
  private final int[] firstDeclaration;
  private final int[] firstScope;
  private final int[] fileOf;
  private final Map<String, Integer> filesByPath = new HashMap<>();
  private final Packages packages;
  private final MemberTable members;
  private final MemberTable callables;

  /** Numbers the declarations; the names of the units are still to be added. */
  public Declarations(List<LinkUnit> units, List<Library> libraries, StringInterner names) {
    this.units = units;
    this.libraries = new LibraryFiles(libraries, names);
    this.names = names;
    nameIds = new int[units.size()][];
    int files = units.size() + this.libraries.count();
    firstDeclaration = new int[files + 1];
    firstScope = new int[files + 1];
    for (int file = 0; file < units.size(); file++) {
      FileFacts facts = units.get(file).facts();
      number(file, facts.declarationCount(), facts.scopeCount());
      filesByPath.put(units.get(file).path(), file);
    }
    for (int file = units.size(); file < files; file++) {
      ExternalLibrary library = this.libraries.libraryOf(file - units.size()).types();
      int type = this.libraries.typeOf(file - units.size());
      number(file, library.declarationCount(type), library.scopeCount(type));
    }
    fileOf = new int[firstDeclaration[files]];
    for (int file = 0; file < files; file++) {
      Arrays.fill(fileOf, firstDeclaration[file], firstDeclaration[file + 1], file);
    }
    packages = new Packages(firstScope[files]);
    members = new MemberTable(firstDeclaration[files]);
    callables = new MemberTable(firstDeclaration[units.size()]);
    for (int file = units.size(); file < files; file++) {
      ExternalLibrary library = this.libraries.libraryOf(file - units.size()).types();
      int type = this.libraries.typeOf(file - units.size());
      int scope = packages.scope(library.packageName(type));
      // The FILE is the first declaration of a file, its top-level type the second.
      members.add(scope, names.intern(library.name(type)), firstDeclaration[file] + 1);
    }
  }

  private void number(int file, int declarationCount, int scopeCount) {
    firstDeclaration[file + 1] = firstDeclaration[file] + declarationCount;
    firstScope[file + 1] = firstScope[file] + scopeCount;
  }

  /** Interns the names of a workspace file; any thread, once for each file. */
  public void intern(int file) {
    nameIds[file] = NameIds.of(units.get(file).facts(), names);
  }

  /** Enters the declarations of a workspace file whose names are interned; one thread. */
  public void add(int file) {
    FileFacts facts = facts(file);
    boolean inPackages = rules(file).packages();
    int packageScope = inPackages ? packages.scope(packageName(file)) : -1;
    for (int local = 1; local < facts.declarationCount(); local++) {
      int declaration = firstDeclaration[file] + local;
      int scope = facts.scopeOf(local);
      int kind = facts.scopeKind(scope);
      int name = nameIds[file][facts.name(local)];
      if (kind == ScopeKind.TYPE) {
        members.add(firstScope[file] + scope, name, declaration);
      } else if (kind == ScopeKind.FILE) {
        members.add(inPackages ? packageScope : firstScope[file], name, declaration);
      }
      if (facts.kind(local).isCallable()) {
        callables.add(0, name, declaration);
      }
    }
  }

  /** How many files the workspace has; files of libraries are numbered from there on. */
  public int fileCount() {
    return units.size();
  }

  /** Whether the declaration is one of the workspace's. */
  public boolean isInWorkspace(int declaration) {
    return declaration < firstDeclaration[units.size()];
  }

  /** A file of the workspace. */
  public LinkUnit unit(int file) {
    return units.get(file);
  }

  /** The facts of a file. */
  public FileFacts facts(int file) {
    return file < units.size() ? units.get(file).facts() : libraries.facts(file - units.size());
  }

  /** The language of a file. */
  public LanguageSupport language(int file) {
    return file < units.size()
        ? units.get(file).language()
        : libraries.libraryOf(file - units.size()).language();
  }

  /** How names are looked up in a file. */
  public LookupRules rules(int file) {
    return language(file).rules();
  }

  /** The package that the file declares, the empty text for none. */
  public String packageName(int file) {
    FileFacts facts = facts(file);
    return facts.namespace() < 0 ? "" : facts.string(facts.namespace());
  }

  /** How many declarations there are, those of libraries included. */
  public int declarationCount() {
    return fileOf.length;
  }

  /** The number of what a file has as its declaration {@code local}. */
  public int declaration(int file, int local) {
    return firstDeclaration[file] + local;
  }

  /** The file of a declaration. */
  public int fileOf(int declaration) {
    return fileOf[declaration];
  }

  /** The number that a declaration has in its own file. */
  public int local(int declaration) {
    return declaration - firstDeclaration[fileOf[declaration]];
  }

  /** What is declared. */
  public SymbolKind kind(int declaration) {
    int file = fileOf[declaration];
    return facts(file).kind(declaration - firstDeclaration[file]);
  }

  /** Modifiers of a declaration. */
  int modifiers(int declaration) {
    int file = fileOf[declaration];
    return facts(file).modifiers(declaration - firstDeclaration[file]);
  }

  /** The id that string {@code string} of a file has among all names. */
  public int nameId(int file, int string) {
    return file < units.size()
        ? nameIds[file][string]
        : libraries.nameId(file - units.size(), string);
  }

  /** The name with an id. */
  public String name(int nameId) {
    return names.get(nameId);
  }

  /** The id of a declaration's simple name. */
  public int nameOf(int declaration) {
    int file = fileOf[declaration];
    return nameId(file, facts(file).name(declaration - firstDeclaration[file]));
  }

  /** The id of {@code name}. */
  public int intern(String name) {
    return names.intern(name);
  }

  /** The last member called {@code name} of a type, or what a file declares under it, or -1. */
  int member(int owner, int name) {
    int file = fileOf[owner];
    int own = facts(file).ownScope(owner - firstDeclaration[file]);
    if (own < 0) {
      return -1;
    }
    return file < units.size()
        ? members.last(firstScope[file] + own, name)
        : chained(file, facts(file).lastIn(own), name);
  }

  private int chained(int file, int from, int name) {
    FileFacts facts = facts(file);
    int at = from;
    while (at >= 0 && nameId(file, facts.name(at)) != name) {
      at = facts.previousIn(at);
    }
    return at < 0 ? -1 : firstDeclaration[file] + at;
  }

  /** The member of the same owner and name declared before, or -1. */
  int olderMember(int declaration) {
    int file = fileOf[declaration];
    if (file < units.size()) {
      return members.older(declaration);
    }
    FileFacts facts = facts(file);
    int local = declaration - firstDeclaration[file];
    return chained(file, facts.previousIn(local), nameId(file, facts.name(local)));
  }

  /** The declaration itself, or the first one older that is wanted, or -1. */
  int accepted(int declaration, Wanted wanted) {
    int at = declaration;
    while (at >= 0 && !wanted.accepts(kind(at))) {
      at = olderMember(at);
    }
    return at;
  }

  /** The type called {@code name} in the package, or -1. */
  int inPackage(String packageName, int name) {
    int scope = packages.known(packageName);
    return scope < 0 ? -1 : members.last(scope, name);
  }

  /** The type with a package and a simple name, or -1. */
  int inPackage(String packageName, String name) {
    return inPackage(packageName, names.intern(name));
  }

  boolean isPackage(String name) {
    return packages.known(name) >= 0;
  }

  /** Whether some package is called so or lies below it. */
  boolean isPackagePrefix(String name) {
    return packages.isPrefix(name);
  }

  /** The last callable of that name in the workspace, or -1; others by {@link #olderCallable}. */
  int callable(int name) {
    return callables.last(0, name);
  }

  int olderCallable(int declaration) {
    return callables.older(declaration);
  }

  /** The first of the paths that is a file of the workspace, or -1. */
  int firstFile(List<String> paths) {
    for (String path : paths) {
      Integer file = filesByPath.get(path);
      if (file != null) {
        return file;
      }
    }
    return -1;
  }

  /** The type whose member the declaration is, or -1. */
  int ownerOf(int declaration) {
    int file = fileOf[declaration];
    FileFacts facts = facts(file);
    int owner = facts.scopeOwner(facts.scopeOf(declaration - firstDeclaration[file]));
    return owner >= 0 && facts.kind(owner).isType() ? firstDeclaration[file] + owner : -1;
  }

  /** The declaration whose members a scope holds, going outwards from {@code scope}, or -1. */
  int enclosingType(int file, int scope) {
    FileFacts facts = facts(file);
    for (int at = scope; at >= 0; at = facts.scopeParent(at)) {
      if (facts.scopeKind(at) == ScopeKind.TYPE && facts.scopeOwner(at) >= 0) {
        return declaration(file, facts.scopeOwner(at));
      }
    }
    return -1;
  }

  /** The outermost type around a declaration, or the declaration itself. */
  int outermost(int declaration) {
    int file = fileOf[declaration];
    FileFacts facts = facts(file);
    int found = declaration - firstDeclaration[file];
    for (int scope = facts.scopeOf(found); scope >= 0; scope = facts.scopeParent(scope)) {
      int owner = facts.scopeOwner(scope);
      if (owner > 0 && facts.kind(owner).isType()) {
        found = owner;
      }
    }
    return firstDeclaration[file] + found;
  }
}
