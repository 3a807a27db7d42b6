package dev.sextant.resolve;

import java.util.Arrays;

/**
 * A declared type with its type arguments; without any, it is not generic, or nothing is known of
 * them.
 */
public final class ClassType implements Type {
  private static final Type[] NONE = {};

  private final int declaration;
  private final Type[] arguments;

  private ClassType(int declaration, Type[] arguments) {
    this.declaration = declaration;
    this.arguments = arguments;
  }

  /** The type without arguments. */
  static ClassType of(int declaration) {
    return new ClassType(declaration, NONE);
  }

  /** The type with arguments; the array is kept. */
  static ClassType of(int declaration, Type[] arguments) {
    return new ClassType(declaration, arguments.length == 0 ? NONE : arguments);
  }

  /** What declares it. */
  public int declaration() {
    return declaration;
  }

  /** All arguments; shared, not to be changed. */
  Type[] arguments() {
    return arguments;
  }

  int argumentCount() {
    return arguments.length;
  }

  Type argument(int i) {
    return i < arguments.length ? arguments[i] : Basic.UNKNOWN;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassType that
        && declaration == that.declaration
        && Arrays.equals(arguments, that.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * declaration + Arrays.hashCode(arguments);
  }

  @Override
  public String toString() {
    return "#" + declaration + (arguments.length == 0 ? "" : Arrays.toString(arguments));
  }
}
