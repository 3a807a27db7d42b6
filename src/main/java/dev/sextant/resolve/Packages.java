package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The packages of a build, each a scope that has the id of its name for its number.
 *
 * <p><b>Threads:</b> filled by one thread, then immutable.
 */
final class Packages {
  /** What a package takes in its map, with its text. */
  private static final long SCOPE_BYTES = 120;

  /** What a prefix takes in its set; most of their texts are those of packages. */
  private static final long PREFIX_BYTES = 48;

  private final StringInterner names;
  private final Map<String, Integer> scopes = new HashMap<>();
  private final Set<String> prefixes = new HashSet<>();

  Packages(StringInterner names) {
    this.names = names;
  }

  /** The scope of a package, made when it is new. */
  int scope(String name) {
    Integer known = scopes.get(name);
    if (known != null) {
      return known;
    }
    int scope = names.intern(name);
    scopes.put(name, scope);
    for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      prefixes.add(name.substring(0, dot));
    }
    return scope;
  }

  /** The scope of a package, or -1 when there is no such package. */
  int known(String name) {
    Integer scope = scopes.get(name);
    return scope == null ? -1 : scope;
  }

  /** The id of a package's name, whether there is such a package or not. */
  int id(String name) {
    Integer scope = scopes.get(name);
    return scope == null ? names.intern(name) : scope;
  }

  /** About the bytes that are held. */
  long sizeBytes() {
    return SCOPE_BYTES * scopes.size() + PREFIX_BYTES * prefixes.size();
  }

  /** Whether some package is called so or lies below it. */
  boolean isPrefix(String name) {
    return prefixes.contains(name);
  }
}
