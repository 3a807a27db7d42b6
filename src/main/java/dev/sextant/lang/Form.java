package dev.sextant.lang;

/** The forms of the nodes of {@link FileFacts}: small expressions and written types. */
public final class Form {
  /** Something facts say nothing about; its type is unknown. */
  public static final int UNKNOWN = 0;

  /** A simple name; called when its role is call-like, its list then holds the arguments. */
  public static final int NAME = 1;

  /** {@code first.name}; called when its role is call-like, its list then holds the arguments. */
  public static final int MEMBER = 2;

  /**
   * Construction of the type {@code first} with the arguments in the list. A diamond is a type with
   * an empty list of arguments; where the construction is qualified by an expression, that
   * expression is the qualifier of the type.
   */
  public static final int CONSTRUCT = 3;

  /**
   * A literal, or an operation whose result has the type of one; named by its type as written. A
   * class literal has the written type as {@code first}.
   */
  public static final int LITERAL = 4;

  /** The expression in the list seen as the written type {@code first}. */
  public static final int CAST = 5;

  /** An element of {@code first} by index or key. */
  public static final int INDEX = 6;

  /** The receiver; with {@code first}, the enclosing instance of that written type. */
  public static final int THIS = 7;

  /** The receiver seen as its superclass; with {@code first}, that of the type it names. */
  public static final int SUPER = 8;

  /** {@code first::name}, or {@code first::new} with the name of the role's construction. */
  public static final int METHOD_REFERENCE = 9;

  /** A constructor called from a constructor: {@code first} is a THIS or SUPER node. */
  public static final int DELEGATE = 10;

  /** An expression with the type of {@code first}, such as one in parentheses. */
  public static final int SAME = 11;

  /**
   * A function written as an expression whose body is an expression, the one in the list. Its
   * parameters are declared in the scope that names it as {@link FileFacts#lambdaOf}.
   */
  public static final int LAMBDA = 12;

  /** The same with a body of statements; the list holds what it returns, empty for nothing. */
  public static final int LAMBDA_BLOCK = 13;

  /** Either of the two in the list: what a condition chooses from. */
  public static final int CONDITIONAL = 14;

  /** Any of those in the list: what the branches of a switch give. */
  public static final int SWITCH = 15;

  /** The value in the list is assigned to {@code first}; has the type of {@code first}. */
  public static final int ASSIGN = 16;

  /** An operator, named as written, on the one or two in the list. */
  public static final int OPERATOR = 17;

  /** What {@code first} promises: the result of {@code await}. */
  public static final int AWAIT = 18;

  /**
   * {@code first} is what the callable around gives back; a statement, so nothing is made of it.
   */
  public static final int RETURN = 19;

  /** A written type: its name, {@code first} the qualifier if any, the list its arguments. */
  public static final int TYPE_NAME = 20;

  /** A written array of {@code first}. */
  public static final int TYPE_ARRAY = 21;

  /** A written primitive type, by name. */
  public static final int TYPE_PRIMITIVE = 22;

  /** The type that the scope's class names, as {@code self} has in Python. */
  public static final int TYPE_SELF = 23;

  /** A type argument left open: {@code first} its bound if any, named "extends" or "super". */
  public static final int TYPE_WILDCARD = 24;

  /** All of the types in the list at once. */
  public static final int TYPE_INTERSECTION = 25;

  /** One of the types in the list, as the parameter of a catch clause has. */
  public static final int TYPE_UNION = 26;

  /** A function from the types in the list to {@code first}. */
  public static final int TYPE_FUNCTION = 27;

  /** A package by its whole name; only as the qualifier of a type read from a class file. */
  public static final int TYPE_PACKAGE = 28;

  /** An array made of the elements in the list, of the written type {@code first} if any. */
  public static final int ARRAY = 30;

  /** What a loop over {@code first} takes from it, one after the other. */
  public static final int ELEMENT = 31;

  /**
   * A component of the record type {@code first}; its name is its position in decimal. The list has
   * what was matched against that type, where it is known.
   */
  public static final int COMPONENT = 32;

  /** A constant of the type of {@code first}, by name, as labels of a switch have. */
  public static final int CASE_NAME = 33;

  /** {@code first}, whose member called next has the type arguments in the list. */
  public static final int TYPE_ARGUMENTS = 34;

  /**
   * An object written in place. Its name is, in decimal, the declaration that has its members; an
   * anonymous class is one too.
   */
  public static final int OBJECT = 35;

  /** A type of objects written in place, named like {@link #OBJECT}. */
  public static final int TYPE_OBJECT = 36;

  /** The type of the value {@code first}. */
  public static final int TYPE_OF = 37;

  /** An array of fixed length: the list has the type of each place. */
  public static final int TYPE_TUPLE = 38;

  /** The type of the member {@code name} of {@code first}; of any element, without a name. */
  public static final int TYPE_LOOKUP = 39;

  /** Whether the parameter {@code name} has the type {@code first}: what a type guard returns. */
  public static final int TYPE_GUARD = 40;

  /** The value of the variable {@code name}, taken without the program saying so. */
  public static final int BINDING = 41;

  /**
   * The value of the variable {@code name} where a condition holds: {@code first} is the type that
   * the condition says it has, or the call of the guard that says so.
   */
  public static final int NARROWED = 42;

  /** A call of the value {@code first}, which has no name, with the arguments in the list. */
  public static final int CALLED = 43;

  private Form() {}
}
