package dev.sextant.syntax;

/**
 * A grammar of the native library.
 *
 * <p>Symbols and fields are the grammar's own small numbers, from 0 to the count below; they change
 * with the grammar's version and must not be stored. {@link NodeKinds} and {@link FieldKinds} turn
 * them into constants.
 *
 * <p><b>Threads:</b> immutable. <b>Cost:</b> the methods with names make a native call and a string
 * each; they are for setting up, not for scanning.
 */
@SuppressWarnings("UnsafeFinalization") // An enum has a finaliser by inheritance, and it is empty.
public enum Grammar {
  /** Java. */
  JAVA(0, "java"),
  /** TypeScript without JSX. */
  TYPESCRIPT(1, "typescript"),
  /** TypeScript with JSX. */
  TSX(2, "tsx"),
  /** JavaScript with JSX. */
  JAVASCRIPT(3, "javascript"),
  /** Python 3, and what of Python 2 still parses. */
  PYTHON(4, "python"),
  /** Go. */
  GO(5, "go"),
  /** C. */
  C(6, "c"),
  /** C++. */
  CPP(7, "cpp"),
  /** Rust. */
  RUST(8, "rust");

  private final int code;
  private final String wireName;

  Grammar(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /** The name used in caches, settings and messages. */
  public String wireName() {
    return wireName;
  }

  /** The number the native library knows the grammar by. */
  int code() {
    return code;
  }

  /** How many symbols there are; {@link SyntaxTree#ERROR} is not among them. */
  public int symbolCount() {
    SyntaxLibrary.load();
    return NativeSyntax.symbolCount(code);
  }

  /** The name of a symbol as the grammar writes it. Several symbols may have one name. */
  public String symbolName(int symbol) {
    SyntaxLibrary.load();
    String name = NativeSyntax.symbolName(code, symbol);
    if (name == null) {
      throw new IndexOutOfBoundsException("the " + wireName + " grammar has no symbol " + symbol);
    }
    return name;
  }

  /** Whether nodes of this symbol are named nodes, as opposed to literal tokens. */
  public boolean isNamed(int symbol) {
    SyntaxLibrary.load();
    return symbol == SyntaxTree.ERROR
        || NativeSyntax.symbolType(code, symbol) == NativeSyntax.SYMBOL_NAMED;
  }

  /** Whether nodes of this symbol are tokens that the grammar writes literally. */
  boolean isToken(int symbol) {
    SyntaxLibrary.load();
    return NativeSyntax.symbolType(code, symbol) == NativeSyntax.SYMBOL_TOKEN;
  }

  /** How many fields there are. They are numbered from 1 to this count; 0 means no field. */
  public int fieldCount() {
    SyntaxLibrary.load();
    return NativeSyntax.fieldCount(code);
  }

  /** The name of a field. */
  public String fieldName(int field) {
    SyntaxLibrary.load();
    String name = NativeSyntax.fieldName(code, field);
    if (name == null) {
      throw new IndexOutOfBoundsException("the " + wireName + " grammar has no field " + field);
    }
    return name;
  }
}
