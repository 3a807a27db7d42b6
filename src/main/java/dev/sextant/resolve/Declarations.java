package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.ScopeKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * All declarations of a build and of its libraries, numbered through, and found by name.
 *
 * <p><b>Shape:</b> declarations and scopes are numbered file after file, the files of the workspace
 * first, the types of libraries after them; names are ids of one {@link StringInterner}.
 *
 * <p><b>Threads:</b> safe; members and the facts of libraries are read when they are asked for, by
 * two workers perhaps, and one of the equal answers is kept.
 */
public final class Declarations {
  /** Of facts that were unpacked; a few hundred files of usual size. */
  private static final long MOST_UNPACKED_BYTES = 64L << 20;

  private final UnitFiles units;
  private final List<UnitNames> unitNames;
  private final LibraryFiles libraries;
  private final StringInterner names;
  private final Directory directory;
  private final Numbering numbering;
  private final AtomicReferenceArray<@Nullable MemberTable> members;

  /**
   * Numbers the declarations.
   *
   * @param unitNames what each of the units declares, in the same order
   * @param directory where these are found by name
   * @param names the names that they are ids of
   */
  public Declarations(
      List<LinkUnit> units,
      List<UnitNames> unitNames,
      List<Library> libraries,
      Directory directory,
      StringInterner names) {
    this.units = new UnitFiles(units, names, MOST_UNPACKED_BYTES);
    this.unitNames = unitNames;
    this.libraries = new LibraryFiles(libraries, names);
    this.directory = directory;
    this.names = names;
    int external = directory.libraryTypeCount();
    int[] first = new int[units.size() + external + 1];
    for (int file = 0; file < units.size(); file++) {
      first[file + 1] = first[file] + unitNames.get(file).declarationCount();
    }
    for (int type = 1; type <= external; type++) {
      first[units.size() + type] = first[units.size()] + directory.libraryDeclarations(type);
    }
    numbering = new Numbering(first);
    members = new AtomicReferenceArray<>(units.size() + external);
  }

  /** Gives back what it holds outside of the heap; nothing may be asked any more. */
  public void close() {
    units.close();
  }

  /** How many files the workspace has; files of libraries are numbered from there on. */
  public int fileCount() {
    return units.count();
  }

  /** How many files there are, those of libraries included. */
  int allFileCount() {
    return members.length();
  }

  /** Whether a file is one of the workspace, or a module of a library. */
  boolean isModule(int file) {
    return file < units.count() || libraries.libraryOf(file - units.count()).isOfModules();
  }

  /** The path of a file of the workspace or of a module. */
  String pathOf(int file) {
    return file < units.count() ? units.unit(file).path() : libraries.path(file - units.count());
  }

  /** Whether the declaration is one of the workspace's. */
  public boolean isInWorkspace(int declaration) {
    return declaration < numbering.first(units.count());
  }

  /** A file of the workspace. */
  public LinkUnit unit(int file) {
    return units.unit(file);
  }

  /** The facts of a file. */
  public FileFacts facts(int file) {
    return file < units.count() ? units.facts(file) : libraries.facts(file - units.count());
  }

  /** The language of a file. */
  public LanguageSupport language(int file) {
    return file < units.count()
        ? units.unit(file).language()
        : libraries.libraryOf(file - units.count()).language();
  }

  /** How names are looked up in a file. */
  public LookupRules rules(int file) {
    return language(file).rules();
  }

  /** The package that the file declares, the empty text for none. */
  public String packageName(int file) {
    if (file < units.count()) {
      return names.get(unitNames.get(file).packageName());
    }
    FileFacts facts = facts(file);
    return facts.namespace() < 0 ? "" : facts.string(facts.namespace());
  }

  /** How many declarations there are, those of libraries included. */
  public int declarationCount() {
    return numbering.count();
  }

  /** The number of what a file has as its declaration {@code local}. */
  public int declaration(int file, int local) {
    return numbering.first(file) + local;
  }

  /** The file of a declaration. */
  public int fileOf(int declaration) {
    return numbering.fileOf(declaration);
  }

  /** The number that a declaration has in its own file. */
  public int local(int declaration) {
    return declaration - numbering.first(numbering.fileOf(declaration));
  }

  /** What is declared. */
  public SymbolKind kind(int declaration) {
    int file = numbering.fileOf(declaration);
    return facts(file).kind(declaration - numbering.first(file));
  }

  /** Modifiers of a declaration. */
  int modifiers(int declaration) {
    int file = numbering.fileOf(declaration);
    return facts(file).modifiers(declaration - numbering.first(file));
  }

  /** The id of the path of a file of the workspace. */
  int path(int file) {
    return unitNames.get(file).path();
  }

  /** The id that string {@code string} of a file has among all names. */
  public int nameId(int file, int string) {
    return file < units.count()
        ? units.nameId(file, string)
        : libraries.nameId(file - units.count(), string);
  }

  /** The name with an id. */
  public String name(int nameId) {
    return names.get(nameId);
  }

  /** The id of a declaration's simple name. */
  public int nameOf(int declaration) {
    int file = numbering.fileOf(declaration);
    return nameId(file, facts(file).name(declaration - numbering.first(file)));
  }

  /** The names of which there are ids. */
  StringInterner names() {
    return names;
  }

  /** The id of {@code name}. */
  public int intern(String name) {
    return names.intern(name);
  }

  /** The last member called {@code name} of a type, or what a file declares under it, or -1. */
  int member(int owner, int name) {
    int file = numbering.fileOf(owner);
    int own = facts(file).ownScope(owner - numbering.first(file));
    int found = own < 0 ? -1 : members(file).last(own, name);
    return found < 0 ? -1 : numbering.first(file) + found;
  }

  /** The member of the same owner and name declared before, or -1. */
  int olderMember(int declaration) {
    int file = numbering.fileOf(declaration);
    int found = members(file).older(declaration - numbering.first(file));
    return found < 0 ? -1 : numbering.first(file) + found;
  }

  private MemberTable members(int file) {
    MemberTable known = members.get(file);
    if (known == null) {
      known = MemberTable.of(facts(file), string -> nameId(file, string));
      members.set(file, known);
    }
    return known;
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
    int type = directory.type(packageName, name);
    if (type < directory.libraryTypeCount()) {
      // The FILE is the first declaration of a file, its top-level type the second.
      return type < 0 ? -1 : numbering.first(units.count() + type) + 1;
    }
    int file = directory.fileOfType(type);
    int place = directory.placeOfType(type, file);
    return numbering.first(file) + unitNames.get(file).topLevel()[place];
  }

  /** The id of a package's name, which need not exist. */
  int packageId(String name) {
    return directory.packages().id(name);
  }

  boolean isPackage(String name) {
    return directory.packages().known(name) >= 0;
  }

  /** Whether some package is called so or lies below it. */
  boolean isPackagePrefix(String name) {
    return directory.packages().isPrefix(name);
  }

  /** The callables of that name in the workspace, the last first. */
  int[] callables(int name) {
    int[] found = directory.callables(name);
    for (int i = 0; i < found.length; i++) {
      int file = directory.fileOfCallable(found[i]);
      int place = directory.placeOfCallable(found[i], file);
      found[i] = numbering.first(file) + unitNames.get(file).callables()[place];
    }
    return found;
  }

  /** The file of the workspace or the module of a library with that path, or -1. */
  int file(String path) {
    return directory.file(path);
  }

  /** The type whose member the declaration is, or -1. */
  int ownerOf(int declaration) {
    int file = numbering.fileOf(declaration);
    FileFacts facts = facts(file);
    int owner = facts.scopeOwner(facts.scopeOf(declaration - numbering.first(file)));
    return owner >= 0 && facts.kind(owner).isType() ? numbering.first(file) + owner : -1;
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
    int file = numbering.fileOf(declaration);
    FileFacts facts = facts(file);
    int found = declaration - numbering.first(file);
    for (int scope = facts.scopeOf(found); scope >= 0; scope = facts.scopeParent(scope)) {
      int owner = facts.scopeOwner(scope);
      if (owner > 0 && facts.kind(owner).isType()) {
        found = owner;
      }
    }
    return numbering.first(file) + found;
  }
}
