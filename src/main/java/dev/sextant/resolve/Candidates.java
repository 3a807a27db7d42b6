package dev.sextant.resolve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Callables that a call may go to, each with the type through which it is seen.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Candidates {
  private int[] declarations = new int[8];
  private @Nullable ClassType[] views = new @Nullable ClassType[8];
  private int size;

  /** Adds a callable; {@code view} is null for one that belongs to no type. */
  void add(int declaration, @Nullable ClassType view) {
    if (size == declarations.length) {
      declarations = Arrays.copyOf(declarations, 2 * size);
      views = Arrays.copyOf(views, 2 * size);
    }
    declarations[size] = declaration;
    views[size++] = view;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return declarations[i];
  }

  @Nullable ClassType view(int i) {
    return views[i];
  }

  /** Puts candidate {@code i} at {@code place} and what was there at {@code i}. */
  void swap(int place, int i) {
    int declaration = declarations[place];
    ClassType view = views[place];
    declarations[place] = declarations[i];
    views[place] = views[i];
    declarations[i] = declaration;
    views[i] = view;
  }

  /** Puts another callable in the place of candidate {@code i}. */
  void replace(int i, int declaration, @Nullable ClassType view) {
    declarations[i] = declaration;
    views[i] = view;
  }

  /** Keeps the first {@code count}. */
  void keep(int count) {
    size = count;
  }
}
