package dev.sextant.index;

/**
 * How the linker writes a type in one int: a type's declaration (0 and up), unknown, or a
 * primitive.
 */
final class Types {
  static final int UNKNOWN = -1;
  static final int ARRAY = -2;
  static final int NULL = -3;
  static final int VOID = -4;
  static final int BOOLEAN = -5;
  static final int CHAR = -10;
  static final int BYTE = -11;
  static final int SHORT = -12;
  static final int INT = -13;
  static final int LONG = -14;
  static final int FLOAT = -15;
  static final int DOUBLE = -16;

  private Types() {}

  static int primitive(String name) {
    return switch (name) {
      case "boolean" -> BOOLEAN;
      case "char" -> CHAR;
      case "byte" -> BYTE;
      case "short" -> SHORT;
      case "int" -> INT;
      case "long" -> LONG;
      case "float" -> FLOAT;
      case "double" -> DOUBLE;
      case "void" -> VOID;
      case "null" -> NULL;
      default -> UNKNOWN;
    };
  }

  static boolean isPrimitive(int type) {
    return type <= BOOLEAN;
  }

  /** Whether a primitive fits another without a cast. */
  static boolean widens(int from, int to) {
    if (from == to) {
      return true;
    }
    boolean numbers = from <= CHAR && to <= CHAR;
    // The codes fall as the range grows; char and the smaller integers do not fit each other.
    return numbers && to < from && to != BYTE && !(from == CHAR && to == SHORT);
  }
}
