package dev.sextant.lang;

/** What a scope of {@link FileFacts} is. */
public final class ScopeKind {
  /** The outermost scope of the file; its owner is the FILE declaration. */
  public static final int FILE = 0;

  /** The body of a type or namespace; its declarations are members of the owner. */
  public static final int TYPE = 1;

  /** The parameters and body of something callable, or an initialiser; owned by it. */
  public static final int FUNCTION = 2;

  /** A block inside a function, or type parameters around what they are declared for. */
  public static final int BLOCK = 3;

  /** The parameters and body of a function written as an expression; nothing owns it. */
  public static final int LAMBDA = 4;

  private ScopeKind() {}
}
