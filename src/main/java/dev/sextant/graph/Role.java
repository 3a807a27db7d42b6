package dev.sextant.graph;

/** How an occurrence uses the symbol it refers to. */
public enum Role {
  /** The symbol is called. */
  CALL(0, "call"),
  /**
   * An instance is made: the symbol is the constructor, or the class whose constructor is implicit.
   */
  CONSTRUCT(1, "construct"),
  /** The symbol is taken as a function value without being called. */
  METHOD_REFERENCE(2, "methodReference"),
  /** The value of the symbol is read. */
  READ(3, "read"),
  /** The symbol is assigned. */
  WRITE(4, "write"),
  /** The symbol is named as a type. */
  TYPE(5, "type"),
  /** The symbol is imported or re-exported. */
  IMPORT(6, "import");

  // Codes are the positions in this array; they are written to columns and must stay as they are.
  private static final Role[] BY_CODE = values();

  private final int code;
  private final String wireName;

  Role(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /** The name of this role in the protocol. */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether the occurrence is an edge of the call graph: a call, a construction or a method
   * reference.
   */
  public boolean isCallLike() {
    return this == CALL || this == CONSTRUCT || this == METHOD_REFERENCE;
  }

  /** The small number that stands for this role in the columns of a graph. */
  int code() {
    return code;
  }

  /** Whether {@code code} stands for a role. */
  static boolean isCode(int code) {
    return code >= 0 && code < BY_CODE.length;
  }

  static Role ofCode(int code) {
    return BY_CODE[code];
  }
}
