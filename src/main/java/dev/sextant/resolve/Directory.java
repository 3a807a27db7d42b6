package dev.sextant.resolve;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.StringInterner;
import dev.sextant.lang.ExternalLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What can be found by its name alone: files by path, packages, the types in them, callables.
 *
 * <p>It says where in its file a type or callable stands among its like, and not which declaration
 * of the file it is; so it stays good while only bodies change.
 *
 * <p><b>Shape:</b> types are numbered, those of libraries first, where each module counts as one,
 * then those of the workspace, file after file; callables are numbered through the workspace. Files
 * are numbered the other way round: those of the workspace first.
 *
 * <p><b>Threads:</b> safe; what is found of callables is found when it is first asked for.
 */
public final class Directory {
  /** What a path takes in its map, apart from its text. */
  private static final long ROW_BYTES = 56;

  private final List<UnitNames> files;
  private final List<Library> libraries;
  private final Map<String, Integer> filesByPath = new HashMap<>();
  private final Packages packages;
  private final MemberTable types;
  private final int[] libraryDeclarations; // of the library types before each
  private final int[] firstType;
  private final int[] firstCallable;
  private final AtomicReference<@Nullable CallableNames> callables = new AtomicReference<>();

  private Directory(
      List<LinkUnit> units,
      List<UnitNames> files,
      List<Library> libraries,
      StringInterner names,
      Cancellation cancellation) {
    this.files = List.copyOf(files);
    this.libraries = List.copyOf(libraries);
    packages = new Packages(names);
    firstType = new int[files.size() + 1];
    firstCallable = new int[files.size() + 1];
    libraryDeclarations =
        new int[1 + libraries.stream().mapToInt(library -> library.types().typeCount()).sum()];
    firstType[0] = libraryDeclarations.length - 1;
    for (int file = 0; file < files.size(); file++) {
      filesByPath.put(units.get(file).path(), file);
      firstType[file + 1] = firstType[file] + files.get(file).topLevel().length;
      firstCallable[file + 1] = firstCallable[file] + files.get(file).callables().length;
    }
    types = new MemberTable(firstType[files.size()], firstType[files.size()]);
    // What the workspace declares comes last, and so is found first.
    addLibraries(names, cancellation);
    for (int file = 0; file < files.size(); file++) {
      cancellation.check();
      if (units.get(file).language().rules().packages()) {
        add(file, names);
      }
    }
  }

  /**
   * The directory of {@code units}, of which {@code files} says what they declare; {@code before}
   * itself when it has the same names in the same files.
   *
   * @param cancellation polled for each file and for each type of a library
   */
  public static Directory of(
      Directory before,
      List<LinkUnit> units,
      List<UnitNames> files,
      List<Library> libraries,
      StringInterner names,
      Cancellation cancellation) {
    return before.isOf(files, libraries)
        ? before
        : of(units, files, libraries, names, cancellation);
  }

  /** The directory of {@code units}, of which {@code files} says what they declare. */
  public static Directory of(
      List<LinkUnit> units,
      List<UnitNames> files,
      List<Library> libraries,
      StringInterner names,
      Cancellation cancellation) {
    return new Directory(units, files, libraries, names, cancellation);
  }

  private boolean isOf(List<UnitNames> others, List<Library> otherLibraries) {
    if (files.size() != others.size() || !libraries.equals(otherLibraries)) {
      return false;
    }
    for (int file = 0; file < others.size(); file++) {
      if (!files.get(file).offersSameAs(others.get(file))) {
        return false;
      }
    }
    return true;
  }

  private void addLibraries(StringInterner names, Cancellation cancellation) {
    int at = 0;
    for (Library library : libraries) {
      ExternalLibrary external = library.types();
      for (int type = 0; type < external.typeCount(); type++) {
        cancellation.check();
        libraryDeclarations[at + 1] = libraryDeclarations[at] + external.declarationCount(type);
        if (!library.isOfModules()) {
          types.add(
              packages.scope(external.packageName(type)), names.intern(external.name(type)), at);
        }
        at++;
      }
      int first = files.size() + at - external.typeCount();
      library.modules().forEach((path, file) -> filesByPath.putIfAbsent(path, first + file));
    }
  }

  private void add(int file, StringInterner names) {
    UnitNames own = files.get(file);
    int scope = packages.scope(names.get(own.packageName()));
    int[] typeNames = own.topLevelNames();
    for (int i = 0; i < typeNames.length; i++) {
      types.add(scope, typeNames[i], firstType[file] + i);
    }
  }

  /** How many declarations the types of libraries have that come before {@code type}. */
  int libraryDeclarations(int type) {
    return libraryDeclarations[type];
  }

  /** How many types and modules the libraries have; they have the numbers below. */
  int libraryTypeCount() {
    return libraryDeclarations.length - 1;
  }

  /** The file of the workspace or the module of a library with that path, or -1. */
  int file(String path) {
    return filesByPath.getOrDefault(path, -1);
  }

  Packages packages() {
    return packages;
  }

  /** The number of the type called {@code name} in the package, or -1. */
  int type(String packageName, int name) {
    int scope = packages.known(packageName);
    return scope < 0 ? -1 : types.last(scope, name);
  }

  /** The file of a type of the workspace. */
  int fileOfType(int type) {
    return group(firstType, type);
  }

  /** Which of the top-level types of its file a type of the workspace is. */
  int placeOfType(int type, int file) {
    return type - firstType[file];
  }

  /** The numbers of the callables of that name, the last first. */
  int[] callables(int name) {
    CallableNames known = callables.get();
    if (known == null) {
      known = new CallableNames(files);
      callables.set(known);
    }
    return known.of(name);
  }

  /** The file of a callable. */
  int fileOfCallable(int callable) {
    return group(firstCallable, callable);
  }

  /** Which of the callables of its file a callable is. */
  int placeOfCallable(int callable, int file) {
    return callable - firstCallable[file];
  }

  /** The group that {@code number} is in, of those that begin at {@code first}. */
  private static int group(int[] first, int number) {
    int low = 0;
    int high = first.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= number) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** About the bytes that are held. */
  public long sizeBytes() {
    CallableNames known = callables.get();
    long ints = (long) libraryDeclarations.length + firstType.length + firstCallable.length;
    return Integer.BYTES * ints
        + ROW_BYTES * filesByPath.size()
        + packages.sizeBytes()
        + types.sizeBytes()
        + (known == null ? 0 : known.sizeBytes());
  }
}
