package dev.sextant.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One worker's way to what other files declare: answers, and keeps what was asked for which file.
 *
 * <p>Questions are kept for the file that is being linked, or, while the meaning of a declaration
 * is found out that all workers will share, for the file that has the declaration: whoever uses the
 * shared answer has looked into that file.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Asking {
  private static final class Header {
    private final LongSet files = new LongSet();
    private final LongSet names = new LongSet();
  }

  private final Declarations declarations;
  private final QuestionKeys keys;
  private final Map<Integer, Header> headers = new HashMap<>();
  private final LongSet files = new LongSet();
  private final LongSet names = new LongSet();
  private final int[] lookedInto;
  private int round;
  private Header header = new Header();
  private int headerFile = -1;
  private int current = -1;

  Asking(Declarations declarations, QuestionKeys keys) {
    this.keys = keys;
    this.declarations = declarations;
    lookedInto = new int[declarations.fileCount()];
  }

  /** From now on questions are those of {@code file}. */
  void begin(int file) {
    current = file;
    round++;
    files.clear();
    names.clear();
  }

  /** The questions of the file begun last, those of its header left out. */
  Questions asked() {
    return Questions.of(numbers(files), new int[0], numbers(names));
  }

  /** Gives the questions that this worker asked for headers, file by file. */
  void headers(BiConsumer<Integer, Questions> to) {
    headers.forEach(
        (file, asked) ->
            to.accept(file, Questions.of(new int[0], numbers(asked.files), numbers(asked.names))));
  }

  private int[] numbers(LongSet asked) {
    return keys.numbers(asked, declarations.names());
  }

  /** Starts to keep questions for the header of {@code file}; {@link #leave} with the result. */
  int enter(int file) {
    int before = headerFile;
    headerFile = file;
    if (file < declarations.fileCount()) {
      header = headers.computeIfAbsent(file, _ -> new Header());
    }
    return before;
  }

  /** Keeps no questions; {@link #leave} with the result. */
  int mute() {
    return enter(lookedInto.length);
  }

  /** Whether questions are kept for a header. */
  boolean isForHeader() {
    return headerFile >= 0;
  }

  void leave(int before) {
    headerFile = before;
    if (before >= 0 && before < declarations.fileCount()) {
      header = headers.computeIfAbsent(before, _ -> new Header());
    }
  }

  /** Something that {@code file} declares is looked into. */
  void lookInto(int file) {
    if (file >= lookedInto.length) {
      return;
    }
    if (headerFile < 0) {
      if (lookedInto[file] != round && file != current) {
        lookedInto[file] = round;
        files.add(NameKey.file(declarations.path(file)));
      }
    } else if (file != headerFile && headerFile < lookedInto.length) {
      header.files.add(NameKey.file(declarations.path(file)));
    }
  }

  /** A declaration is looked into. */
  void lookAt(int declaration) {
    lookInto(declarations.fileOf(declaration));
  }

  /** All of the types' declarations are looked into. */
  void lookAt(ClassType[] types) {
    for (ClassType type : types) {
      lookAt(type.declaration());
    }
  }

  private void name(long key) {
    if (headerFile < 0) {
      names.add(key);
    } else if (headerFile < lookedInto.length) {
      header.names.add(key);
    }
  }

  /** The type called {@code name} in the package, or -1. */
  int inPackage(String packageName, int name) {
    name(NameKey.type(declarations.packageId(packageName), name));
    int found = declarations.inPackage(packageName, name);
    // What a declaration says of a type is which one it means, not what that declares.
    if (found >= 0 && !isForHeader()) {
      lookAt(found);
    }
    return found;
  }

  /** The type with a package and a simple name, or -1. */
  int inPackage(String packageName, String name) {
    return inPackage(packageName, declarations.intern(name));
  }

  boolean isPackage(String name) {
    name(NameKey.packaged(declarations.packageId(name)));
    return declarations.isPackage(name);
  }

  /** Whether some package is called so or lies below it. */
  boolean isPackagePrefix(String name) {
    name(NameKey.packaged(declarations.packageId(name)));
    return declarations.isPackagePrefix(name);
  }

  /** The first of the paths that is a file of the workspace, or -1. */
  int firstFile(List<String> paths) {
    for (String path : paths) {
      name(NameKey.path(declarations.intern(path)));
      int file = declarations.file(path);
      if (file >= 0) {
        lookInto(file);
        return file;
      }
    }
    return -1;
  }

  /** The callables of that name anywhere in the workspace. */
  int[] callables(int name) {
    name(NameKey.callable(name));
    int[] found = declarations.callables(name);
    Arrays.stream(found).forEach(this::lookAt);
    return found;
  }
}
