package dev.sextant.resolve;

/** Questions for names as numbers: the kind of the question, and the ids of what it names. */
final class NameKey {
  private static final int ID_BITS = 30;

  private NameKey() {}

  /** What is the type called so in that package? */
  static long type(int packageName, int name) {
    return key(1, packageName, name);
  }

  /** Is there a package called so, or one below it? */
  static long packaged(int packageName) {
    return key(2, packageName, 0);
  }

  /** Is there a file with that path? */
  static long path(int path) {
    return key(3, path, 0);
  }

  /** Which callables anywhere are called so? */
  static long callable(int name) {
    return key(0, name, 1);
  }

  private static long key(long kind, int first, int second) {
    return (kind << (2 * ID_BITS)) | ((long) first << ID_BITS) | second;
  }
}
