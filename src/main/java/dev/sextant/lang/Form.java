package dev.sextant.lang;

/** The forms of the nodes of {@link FileFacts}: small expressions and written types. */
public final class Form {
  /** Something facts say nothing about; its type is unknown. */
  public static final int UNKNOWN = 0;

  /** A simple name; called when its role is call-like, its list then holds the arguments. */
  public static final int NAME = 1;

  /** {@code first.name}; called when its role is call-like, its list then holds the arguments. */
  public static final int MEMBER = 2;

  /** Construction of the type {@code first} with the arguments in the list. */
  public static final int CONSTRUCT = 3;

  /** A literal; its name is the name of its type as the language writes it. */
  public static final int LITERAL = 4;

  /** An expression of the written type {@code first}, whatever it is made from. */
  public static final int CAST = 5;

  /** An element of {@code first}. */
  public static final int INDEX = 6;

  /** The receiver; with {@code first}, the enclosing instance of that written type. */
  public static final int THIS = 7;

  /** The receiver seen as its superclass. */
  public static final int SUPER = 8;

  /** {@code first::name}, or {@code first::new} with the name of the role's construction. */
  public static final int METHOD_REFERENCE = 9;

  /** A constructor called from a constructor: {@code first} is a THIS or SUPER node. */
  public static final int DELEGATE = 10;

  /** An expression with the type of {@code first}: parentheses, assignment, one branch, await. */
  public static final int SAME = 11;

  /** A written type: its name, {@code first} the qualifier if any, the list its arguments. */
  public static final int TYPE_NAME = 20;

  /** A written array of {@code first}. */
  public static final int TYPE_ARRAY = 21;

  /** A written primitive type, by name. */
  public static final int TYPE_PRIMITIVE = 22;

  /** The type that the scope's class names, as {@code self} has in Python. */
  public static final int TYPE_SELF = 23;

  private Form() {}
}
