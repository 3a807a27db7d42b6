package dev.sextant.graph;

/** What a symbol is, in terms that all languages share. */
public enum SymbolKind {
  /** The file itself: what top-level code belongs to. */
  FILE(0, "file"),
  /** A named scope that is neither a file nor a type, such as a TypeScript namespace. */
  NAMESPACE(1, "namespace"),
  /** A class. */
  CLASS(2, "class"),
  /** An interface or protocol. */
  INTERFACE(3, "interface"),
  /** An enumeration type. */
  ENUM(4, "enum"),
  /** A record type. */
  RECORD(5, "record"),
  /** An annotation type. */
  ANNOTATION(6, "annotation"),
  /** A second name for a type. */
  TYPE_ALIAS(7, "typeAlias"),
  /** A callable that belongs to no type. */
  FUNCTION(8, "function"),
  /** A callable that belongs to a type. */
  METHOD(9, "method"),
  /** A callable that makes an instance of its type. */
  CONSTRUCTOR(10, "constructor"),
  /** A variable that belongs to a type. */
  FIELD(11, "field"),
  /** One of the named values of an enumeration. */
  ENUM_CONSTANT(12, "enumConstant"),
  /** A variable that belongs to a file or namespace. */
  VARIABLE(13, "variable"),
  /** A member read and written like a field, whatever stands behind it. */
  PROPERTY(14, "property"),
  /** A parameter of a callable; never a symbol of a graph. */
  PARAMETER(15, "parameter"),
  /** A variable of a body; never a symbol of a graph. */
  LOCAL(16, "local"),
  /** A type parameter; never a symbol of a graph. */
  TYPE_PARAMETER(17, "typeParameter");

  // Codes are the positions in this array; they are written to columns and must stay as they are.
  private static final SymbolKind[] BY_CODE = values();

  private final int code;
  private final String wireName;

  SymbolKind(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /** The name of this kind in the protocol. */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether symbols of this kind can stand in a graph: all but parameters, locals and type
   * parameters.
   */
  public boolean isGraphSymbol() {
    return this != PARAMETER && this != LOCAL && this != TYPE_PARAMETER;
  }

  /** Whether symbols of this kind are types. */
  public boolean isType() {
    return switch (this) {
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, TYPE_ALIAS -> true;
      case FILE,
          NAMESPACE,
          FUNCTION,
          METHOD,
          CONSTRUCTOR,
          FIELD,
          ENUM_CONSTANT,
          VARIABLE,
          PROPERTY,
          PARAMETER,
          LOCAL,
          TYPE_PARAMETER ->
          false;
    };
  }

  /** Whether symbols of this kind can be called. */
  public boolean isCallable() {
    return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
  }

  /** The small number that stands for this kind in the columns of a graph. */
  int code() {
    return code;
  }

  /** Whether {@code code} stands for a kind that a graph can hold. */
  static boolean isGraphCode(int code) {
    return code >= 0 && code < BY_CODE.length && BY_CODE[code].isGraphSymbol();
  }

  static SymbolKind ofCode(int code) {
    return BY_CODE[code];
  }
}
