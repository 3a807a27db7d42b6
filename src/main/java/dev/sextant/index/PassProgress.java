package dev.sextant.index;

/** Stand-in. */
@FunctionalInterface
public interface PassProgress {
  /** Stand-in. */
  void advanced(Pass pass, long done, long total);
}
