package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;

/**
 * Questions as numbers.
 *
 * <p>While a file is linked a key is made of the kind of the question and of the ids of what it
 * names. What is kept of it is its {@link #stable} form, a hash of the names themselves, which
 * means the same in every build and process; where two have the same, more is linked than need be.
 */
final class NameKey {
  private static final int ID_BITS = 30;
  private static final int CALLABLE = 0;
  private static final int TYPE = 1;
  private static final int PACKAGED = 2;
  private static final int PATH = 3;
  private static final int FILE = 4;

  private NameKey() {}

  /** What is the type called so in that package? */
  static long type(int packageName, int name) {
    return key(TYPE, packageName, name);
  }

  /** Is there a package called so, or one below it? */
  static long packaged(int packageName) {
    return key(PACKAGED, packageName, 0);
  }

  /** Is there a file with that path? */
  static long path(int path) {
    return key(PATH, path, 0);
  }

  /** Which callables anywhere are called so? */
  static long callable(int name) {
    return key(CALLABLE, name, 0);
  }

  /** What does the file with that path declare? */
  static long file(int path) {
    return key(FILE, path, 0);
  }

  private static long key(long kind, int first, int second) {
    return (kind << (2 * ID_BITS)) | ((long) first << ID_BITS) | second;
  }

  /** The key as it is kept; {@code names} are those that it has ids of. */
  static long stable(long key, StringInterner names) {
    int mask = (1 << ID_BITS) - 1;
    long kind = key >>> (2 * ID_BITS);
    long hash = mixed(names.hash((int) (key >>> ID_BITS) & mask) + kind);
    return kind == TYPE ? mixed(hash ^ names.hash((int) key & mask)) : hash;
  }

  private static long mixed(long value) {
    long hash = (value ^ value >>> 32) * 0x9E3779B97F4A7C15L;
    return hash ^ hash >>> 29;
  }
}
