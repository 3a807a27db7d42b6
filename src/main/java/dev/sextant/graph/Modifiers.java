package dev.sextant.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The modifiers of a symbol as bits of an int; only the low {@value #BITS} bits are used.
 *
 * <p>A bit states a fact about the symbol, written or implied by its language: a method of a Java
 * interface is {@link #PUBLIC} without saying so.
 */
public final class Modifiers {
  /** How many low bits of an int a set of modifiers may use. */
  public static final int BITS = 24;

  /** No modifier. */
  public static final int NONE = 0;

  /** Visible everywhere. */
  public static final int PUBLIC = 1;

  /** Visible to subtypes. */
  public static final int PROTECTED = 1 << 1;

  /** Visible inside its type only. */
  public static final int PRIVATE = 1 << 2;

  /** Visible inside its package or file only. */
  public static final int INTERNAL = 1 << 3;

  /** Belongs to the type, not to its instances. */
  public static final int STATIC = 1 << 4;

  /** Has no body, or cannot be instantiated. */
  public static final int ABSTRACT = 1 << 5;

  /** Cannot be overridden, extended or assigned again. */
  public static final int FINAL = 1 << 6;

  /** A method with a body in an interface, or the default export of a module. */
  public static final int DEFAULT = 1 << 7;

  /** Exported by its module. */
  public static final int EXPORTED = 1 << 8;

  /** An asynchronous function. */
  public static final int ASYNC = 1 << 9;

  /** Marked as deprecated. */
  public static final int DEPRECATED = 1 << 10;

  /** The last parameter takes any number of arguments. */
  public static final int VARARGS = 1 << 11;

  /** Implied by the language, not written in the source. */
  public static final int SYNTHETIC = 1 << 12;

  /** A type that names its subtypes. */
  public static final int SEALED = 1 << 13;

  /** Implemented outside the source language. */
  public static final int NATIVE = 1 << 14;

  /** Declares that it overrides an inherited member. */
  public static final int OVERRIDE = 1 << 15;

  /** A generator function. */
  public static final int GENERATOR = 1 << 16;

  /** Read like a field: a getter or setter. */
  public static final int ACCESSOR = 1 << 17;

  private static final String[] WIRE_NAMES = {
    "public",
    "protected",
    "private",
    "internal",
    "static",
    "abstract",
    "final",
    "default",
    "exported",
    "async",
    "deprecated",
    "varargs",
    "synthetic",
    "sealed",
    "native",
    "override",
    "generator",
    "accessor"
  };

  private Modifiers() {}

  /** Whether {@code modifiers} has every bit of {@code wanted}. */
  public static boolean has(int modifiers, int wanted) {
    return (modifiers & wanted) == wanted;
  }

  /** The names of the modifiers in the protocol, in the order of their bits. */
  public static List<String> wireNames(int modifiers) {
    var names = new ArrayList<String>();
    for (int bit = 0; bit < WIRE_NAMES.length; bit++) {
      if ((modifiers & 1 << bit) != 0) {
        names.add(WIRE_NAMES[bit]);
      }
    }
    return List.copyOf(names);
  }
}
