package dev.sextant.index;

/** Hears how far a pass has come. Called often, from any worker; receivers thin it out. */
@FunctionalInterface
public interface PassProgress {
  /** {@code done} of {@code total} items of {@code pass} are finished. */
  void advanced(Pass pass, long done, long total);
}
