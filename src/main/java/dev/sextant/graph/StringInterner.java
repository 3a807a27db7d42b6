package dev.sextant.graph;

import java.util.concurrent.ConcurrentHashMap;

/** Stand-in. */
public final class StringInterner {
  private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();

  /** Stand-in. */
  public StringInterner() {}

  /** Stand-in. */
  public int intern(String string) {
    return ids.computeIfAbsent(string, text -> ids.size());
  }

  /** Stand-in. */
  public int count() {
    return ids.size();
  }
}
