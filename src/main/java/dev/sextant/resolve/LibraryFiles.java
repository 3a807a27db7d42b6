package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.FileFacts;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The types of all libraries as files numbered through, with those facts that were asked for.
 *
 * <p><b>Threads:</b> safe; two workers may make the same facts, and one of them is kept.
 */
final class LibraryFiles {
  private static final class Known {
    private final FileFacts facts;
    private final int[] nameIds;

    private Known(FileFacts facts, int[] nameIds) {
      this.facts = facts;
      this.nameIds = nameIds;
    }
  }

  private final List<Library> libraries;
  private final int[] firstFile;
  private final StringInterner names;
  private final AtomicReferenceArray<Known> known;

  LibraryFiles(List<Library> libraries, StringInterner names) {
    this.libraries = List.copyOf(libraries);
    this.names = names;
    firstFile = new int[libraries.size() + 1];
    for (int i = 0; i < libraries.size(); i++) {
      firstFile[i + 1] = firstFile[i] + libraries.get(i).types().typeCount();
    }
    known = new AtomicReferenceArray<>(firstFile[libraries.size()]);
  }

  int count() {
    return known.length();
  }

  Library libraryOf(int file) {
    return libraries.get(indexOf(file));
  }

  /** The number of the file's type in its library. */
  int typeOf(int file) {
    return file - firstFile[indexOf(file)];
  }

  /** The path of a module. */
  String path(int file) {
    ExternalLibrary types = libraryOf(file).types();
    return types.packageName(typeOf(file)) + "/" + types.name(typeOf(file));
  }

  private int indexOf(int file) {
    int library = 0;
    while (firstFile[library + 1] <= file) {
      library++;
    }
    return library;
  }

  FileFacts facts(int file) {
    return known(file).facts;
  }

  int nameId(int file, int string) {
    return known(file).nameIds[string];
  }

  private Known known(int file) {
    Known found = known.get(file);
    if (found == null) {
      FileFacts facts = libraryOf(file).types().facts(typeOf(file));
      found = new Known(facts, NameIds.of(facts, names));
      known.set(file, found);
    }
    return found;
  }
}
