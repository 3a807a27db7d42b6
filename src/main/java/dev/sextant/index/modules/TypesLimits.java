package dev.sextant.index.modules;

/**
 * How much is read of the packages that are installed inside a workspace.
 *
 * @param files most declaration files, 0 for none
 * @param bytes most bytes of these files together
 */
public record TypesLimits(int files, long bytes) {
  /** Enough for a large application. */
  public static final TypesLimits USUAL = new TypesLimits(5_000, 64L << 20);

  /** Nothing is read. */
  public static final TypesLimits NONE = new TypesLimits(0, 0);
}
