package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.StringInterner;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.LookupRules;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All declarations of a build, numbered through, with the tables that find them by name.
 *
 * <p><b>Shape:</b> declarations and scopes are numbered file after file; names are ids of one
 * {@link StringInterner}. Packages are scopes above the files' scopes.
 *
 * <p><b>Threads:</b> made by one thread (names are interned by the workers), then immutable.
 */
final class Declarations {
  private final List<ExtractedFile> files;
  private final StringInterner names;
  private final int[][] nameIds;
  private final int[] firstDeclaration;
  private final int[] firstScope;
  private final Map<String, Integer> filesByPath = new HashMap<>();
  private final Map<String, Integer> packageScopes = new HashMap<>();
  private final Set<String> packagePrefixes = new HashSet<>();
  private final MemberTable members;
  private final MemberTable callables;

  private Declarations(List<ExtractedFile> files, StringInterner names, int[][] nameIds) {
    this.files = files;
    this.names = names;
    this.nameIds = nameIds;
    firstDeclaration = new int[files.size() + 1];
    firstScope = new int[files.size() + 1];
    for (int file = 0; file < files.size(); file++) {
      FileFacts facts = files.get(file).facts();
      firstDeclaration[file + 1] = firstDeclaration[file] + facts.declarationCount();
      firstScope[file + 1] = firstScope[file] + facts.scopeCount();
      filesByPath.put(files.get(file).path(), file);
    }
    members = new MemberTable(firstDeclaration[files.size()]);
    callables = new MemberTable(firstDeclaration[files.size()]);
  }

  static Declarations of(
      List<ExtractedFile> files,
      StringInterner names,
      WorkerPool workers,
      PassProgress progress,
      Cancellation cancellation) {
    int[][] nameIds = new int[files.size()][];
    workers.forEach(
        files.size(),
        _ -> file -> nameIds[file] = intern(files.get(file).facts(), names),
        cancellation,
        done -> progress.advanced(Pass.DECLARE, done, 2L * files.size()));
    var declarations = new Declarations(files, names, nameIds);
    for (int file = 0; file < files.size(); file++) {
      cancellation.check();
      declarations.add(file);
      progress.advanced(Pass.DECLARE, files.size() + file + 1L, 2L * files.size());
    }
    return declarations;
  }

  private static int[] intern(FileFacts facts, StringInterner names) {
    int[] ids = new int[facts.stringCount()];
    for (int string = 0; string < ids.length; string++) {
      ids[string] =
          names.intern(
              facts.stringBytes(), facts.stringStart(string), facts.stringStart(string + 1));
    }
    return ids;
  }

  private void add(int file) {
    FileFacts facts = facts(file);
    boolean packages = rules(file).packages();
    int packageScope = packages ? packageScope(packageName(file)) : -1;
    for (int local = 1; local < facts.declarationCount(); local++) {
      int declaration = firstDeclaration[file] + local;
      int scope = facts.scopeOf(local);
      int kind = facts.scopeKind(scope);
      int name = nameIds[file][facts.name(local)];
      if (kind == ScopeKind.TYPE) {
        members.add(firstScope[file] + scope, name, declaration);
      } else if (kind == ScopeKind.FILE) {
        members.add(packages ? packageScope : firstScope[file], name, declaration);
      }
      if (facts.kind(local).isCallable()) {
        callables.add(0, name, declaration);
      }
    }
  }

  private int packageScope(String name) {
    Integer known = packageScopes.get(name);
    if (known != null) {
      return known;
    }
    int scope = firstScope[files.size()] + packageScopes.size();
    packageScopes.put(name, scope);
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      packagePrefixes.add(name.substring(0, dot));
    }
    return scope;
  }

  int fileCount() {
    return files.size();
  }

  ExtractedFile file(int file) {
    return files.get(file);
  }

  FileFacts facts(int file) {
    return files.get(file).facts();
  }

  LanguageSupport language(int file) {
    return files.get(file).language();
  }

  LookupRules rules(int file) {
    return files.get(file).language().rules();
  }

  /** The package that the file declares, the empty text for none. */
  String packageName(int file) {
    int namespace = facts(file).namespace();
    return namespace < 0 ? "" : facts(file).string(namespace);
  }

  int declarationCount() {
    return firstDeclaration[files.size()];
  }

  int declaration(int file, int local) {
    return firstDeclaration[file] + local;
  }

  int fileOf(int declaration) {
    int found = Arrays.binarySearch(firstDeclaration, declaration);
    // Every file has its FILE declaration, so no two files start at the same number.
    return found >= 0 ? found : -found - 2;
  }

  int local(int file, int declaration) {
    return declaration - firstDeclaration[file];
  }

  SymbolKind kind(int declaration) {
    int file = fileOf(declaration);
    return facts(file).kind(local(file, declaration));
  }

  int nameId(int file, int string) {
    return nameIds[file][string];
  }

  String name(int nameId) {
    return names.get(nameId);
  }

  int nameOf(int declaration) {
    int file = fileOf(declaration);
    return nameIds[file][facts(file).name(local(file, declaration))];
  }

  int intern(String name) {
    return names.intern(name);
  }

  /** The last member called {@code name} of a type, or what a file declares under it, or -1. */
  int member(int owner, int name) {
    int file = fileOf(owner);
    int own = facts(file).ownScope(local(file, owner));
    return own < 0 ? -1 : members.last(firstScope[file] + own, name);
  }

  /** The member of the same owner and name declared before, or -1. */
  int olderMember(int declaration) {
    return members.older(declaration);
  }

  /** The type called {@code name} in the package, or -1. */
  int inPackage(String packageName, int name) {
    Integer scope = packageScopes.get(packageName);
    return scope == null ? -1 : members.last(scope, name);
  }

  boolean isPackage(String name) {
    return packageScopes.containsKey(name);
  }

  /** Whether some package is called so or lies below it. */
  boolean isPackagePrefix(String name) {
    return packagePrefixes.contains(name);
  }

  /** The last callable of that name anywhere, or -1; others by {@link #olderCallable}. */
  int callable(int name) {
    return callables.last(0, name);
  }

  int olderCallable(int declaration) {
    return callables.older(declaration);
  }

  /** The first of the paths that is a file of this build, or -1. */
  int firstFile(List<String> paths) {
    for (String path : paths) {
      Integer file = filesByPath.get(path);
      if (file != null) {
        return file;
      }
    }
    return -1;
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
}
