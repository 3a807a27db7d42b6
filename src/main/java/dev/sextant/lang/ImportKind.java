package dev.sextant.lang;

/** How an import brings names into a file. */
public final class ImportKind {
  /** One name: {@code path} is where, {@code name} what, {@code alias} what it is called here. */
  public static final int NAMED = 0;

  /** All names of {@code path}. */
  public static final int WILDCARD = 1;

  /** One static member {@code name} of the type {@code path}. */
  public static final int STATIC_NAMED = 2;

  /** All static members of the type {@code path}. */
  public static final int STATIC_WILDCARD = 3;

  /** The module {@code path} itself, called {@code alias} here. */
  public static final int MODULE = 4;

  /** What the module {@code path} exports as its default, called {@code alias} here. */
  public static final int DEFAULT = 5;

  /** {@code name} of {@code path} is exported from here as {@code alias}. */
  public static final int REEXPORT = 6;

  /** Everything {@code path} exports is exported from here too. */
  public static final int REEXPORT_ALL = 7;

  private ImportKind() {}
}
