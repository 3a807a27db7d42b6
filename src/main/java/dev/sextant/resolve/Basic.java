package dev.sextant.resolve;

/** The types without parts: the primitive ones, and what is known of a type when it is not. */
public enum Basic implements Type {
  /** Nothing is known: fits everything and has unknown members. */
  UNKNOWN,
  /** A type that is declared nowhere in reach, as from a library that is not at hand. */
  OUTSIDE,
  /** The type of {@code null}. */
  NULL,
  /** No value. */
  VOID,
  /** Truth values. */
  BOOLEAN,
  /** UTF-16 units. */
  CHAR,
  /** Integers of 8 bits. */
  BYTE,
  /** Integers of 16 bits. */
  SHORT,
  /** Integers of 32 bits. */
  INT,
  /** Integers of 64 bits. */
  LONG,
  /** Floating-point numbers of 32 bits. */
  FLOAT,
  /** Floating-point numbers of 64 bits. */
  DOUBLE;

  /** The type written {@code name}, {@link #UNKNOWN} when it is none of these. */
  static Basic named(String name) {
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

  /** Whether values of this type are no objects. */
  boolean isPrimitive() {
    return compareTo(BOOLEAN) >= 0;
  }

  /** Whether this is a type of numbers, characters included. */
  boolean isNumeric() {
    return compareTo(CHAR) >= 0;
  }

  /** Whether a value of this primitive type fits {@code wider} without a cast. */
  boolean widensTo(Basic wider) {
    if (this == wider) {
      return true;
    }
    // Constants stand in the order of their range; nothing but itself fits char and byte.
    return isNumeric()
        && wider.isNumeric()
        && compareTo(wider) < 0
        && wider != BYTE
        && !(this == CHAR && wider == SHORT);
  }

  /** The type of an operation on numbers of this and the other type. */
  Basic promoted(Basic other) {
    Basic wider = compareTo(other) >= 0 ? this : other;
    return wider.compareTo(INT) < 0 ? INT : wider;
  }

  /** The name of the class that boxes this primitive type. */
  String boxName() {
    return switch (this) {
      case BOOLEAN -> "Boolean";
      case CHAR -> "Character";
      case BYTE -> "Byte";
      case SHORT -> "Short";
      case INT -> "Integer";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case VOID -> "Void";
      case UNKNOWN, OUTSIDE, NULL -> "";
    };
  }

  /** The primitive type that the class called {@code name} boxes, or unknown. */
  static Basic unboxed(String name) {
    return switch (name) {
      case "Boolean" -> BOOLEAN;
      case "Character" -> CHAR;
      case "Byte" -> BYTE;
      case "Short" -> SHORT;
      case "Integer" -> INT;
      case "Long" -> LONG;
      case "Float" -> FLOAT;
      case "Double" -> DOUBLE;
      default -> UNKNOWN;
    };
  }
}
