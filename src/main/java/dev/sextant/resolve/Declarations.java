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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * All declarations of a build and of its libraries, numbered through, with the tables that find
 * them by name.
 *
 * <p><b>Shape:</b> declarations and scopes are numbered file after file, the files of the workspace
 * first, the types of libraries after them; names are ids of one {@link StringInterner}.
 *
 * <p><b>Threads:</b> safe; members and the facts of libraries are read when they are asked for, by
 * two workers perhaps, and one of the equal answers is kept.
 */
public final class Declarations {
  private final List<LinkUnit> units;
  private final List<UnitNames> unitNames;
  private final LibraryFiles libraries;
  private final StringInterner names;
  private final int[] firstDeclaration;
  private final int[] fileOf;
  private final Map<String, Integer> filesByPath = new HashMap<>();
  private final Packages packages;
  private final MemberTable topLevel;
  private final AtomicReferenceArray<MemberTable> members;
  private final AtomicReference<CallableNames> callables = new AtomicReference<>();

  /**
   * Numbers and enters the declarations.
   *
   * @param unitNames what each of the units declares, in the same order
   * @param names the names that they are ids of
   */
  public Declarations(
      List<LinkUnit> units,
      List<UnitNames> unitNames,
      List<Library> libraries,
      StringInterner names) {
    this.units = units;
    this.unitNames = unitNames;
    this.libraries = new LibraryFiles(libraries, names);
    this.names = names;
    int files = units.size() + this.libraries.count();
    firstDeclaration = new int[files + 1];
    for (int file = 0; file < files; file++) {
      firstDeclaration[file + 1] = firstDeclaration[file] + countIn(file);
      if (file < units.size()) {
        filesByPath.put(units.get(file).path(), file);
      }
    }
    this.libraries.modules((path, file) -> filesByPath.putIfAbsent(path, units.size() + file));
    fileOf = new int[firstDeclaration[files]];
    for (int file = 0; file < files; file++) {
      Arrays.fill(fileOf, firstDeclaration[file], firstDeclaration[file + 1], file);
    }
    packages = new Packages(names);
    topLevel = new MemberTable(firstDeclaration[files], files);
    members = new AtomicReferenceArray<>(files);
    // What the workspace declares comes last, and so is found first.
    for (int file = units.size(); file < files; file++) {
      if (isModule(file)) {
        continue;
      }
      ExternalLibrary library = this.libraries.libraryOf(file - units.size()).types();
      int type = this.libraries.typeOf(file - units.size());
      int scope = packages.scope(library.packageName(type));
      // The FILE is the first declaration of a file, its top-level type the second.
      topLevel.add(scope, names.intern(library.name(type)), firstDeclaration[file] + 1);
    }
    for (int file = 0; file < units.size(); file++) {
      if (rules(file).packages()) {
        UnitNames own = unitNames.get(file);
        int scope = packages.scope(names.get(own.packageName()));
        for (int local : own.topLevel()) {
          topLevel.add(scope, own.nameOf(local), firstDeclaration[file] + local);
        }
      }
    }
  }

  private int countIn(int file) {
    if (file < units.size()) {
      return unitNames.get(file).declarationCount();
    }
    int external = file - units.size();
    return libraries.libraryOf(external).types().declarationCount(libraries.typeOf(external));
  }

  /** How many files the workspace has; files of libraries are numbered from there on. */
  public int fileCount() {
    return units.size();
  }

  /** How many files there are, those of libraries included. */
  int allFileCount() {
    return firstDeclaration.length - 1;
  }

  /** Whether a file is one of the workspace, or a module of a library. */
  boolean isModule(int file) {
    return file < units.size() || libraries.libraryOf(file - units.size()).isOfModules();
  }

  /** The path of a file of the workspace or of a module. */
  String pathOf(int file) {
    return file < units.size() ? units.get(file).path() : libraries.path(file - units.size());
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

  /** The id of the path of a file of the workspace. */
  int path(int file) {
    return unitNames.get(file).path();
  }

  /** The id that string {@code string} of a file has among all names. */
  public int nameId(int file, int string) {
    return file < units.size()
        ? unitNames.get(file).id(string)
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
    int found = own < 0 ? -1 : members(file).last(own, name);
    return found < 0 ? -1 : firstDeclaration[file] + found;
  }

  /** The member of the same owner and name declared before, or -1. */
  int olderMember(int declaration) {
    int file = fileOf[declaration];
    int found = members(file).older(declaration - firstDeclaration[file]);
    return found < 0 ? -1 : firstDeclaration[file] + found;
  }

  private MemberTable members(int file) {
    MemberTable known = members.get(file);
    if (known == null) {
      known = findMembers(file);
      members.set(file, known);
    }
    return known;
  }

  private MemberTable findMembers(int file) {
    FileFacts facts = facts(file);
    var table = new MemberTable(facts.declarationCount(), facts.declarationCount() / 2);
    for (int local = 1; local < facts.declarationCount(); local++) {
      int scope = facts.scopeOf(local);
      int kind = facts.scopeKind(scope);
      if (kind == ScopeKind.TYPE || kind == ScopeKind.FILE) {
        table.add(scope, nameId(file, facts.name(local)), local);
      }
    }
    return table;
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
    return scope < 0 ? -1 : topLevel.last(scope, name);
  }

  /** The id of a package's name, which need not exist. */
  int packageId(String name) {
    return packages.id(name);
  }

  boolean isPackage(String name) {
    return packages.known(name) >= 0;
  }

  /** Whether some package is called so or lies below it. */
  boolean isPackagePrefix(String name) {
    return packages.isPrefix(name);
  }

  /** The callables of that name in the workspace, the last first; shared, not to be changed. */
  int[] callables(int name) {
    CallableNames known = callables.get();
    if (known == null) {
      known = new CallableNames(unitNames, firstDeclaration);
      callables.set(known);
    }
    return known.of(name);
  }

  /** The file of the workspace or the module of a library with that path, or -1. */
  int file(String path) {
    Integer file = filesByPath.get(path);
    return file == null ? -1 : file;
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
