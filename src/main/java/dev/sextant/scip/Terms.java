package dev.sextant.scip;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;

/** What the words of a graph are called in the SCIP protocol. Stateless. */
final class Terms {
  private Terms() {}

  /** The number of the protocol for what a symbol is. */
  static int kind(SymbolKind kind, int modifiers) {
    return switch (kind) {
      case FILE -> 16;
      case NAMESPACE -> 30;
      case CLASS, RECORD -> 7;
      case INTERFACE, ANNOTATION -> 21;
      case ENUM -> 11;
      case TYPE_ALIAS -> 55;
      case FUNCTION -> 17;
      case METHOD ->
          Modifiers.has(modifiers, Modifiers.ABSTRACT)
              ? 66
              : Modifiers.has(modifiers, Modifiers.STATIC) ? 80 : 26;
      case CONSTRUCTOR -> 9;
      case FIELD -> 15;
      case ENUM_CONSTANT -> 12;
      case VARIABLE -> 61;
      case PROPERTY -> 41;
      case PARAMETER, LOCAL, TYPE_PARAMETER ->
          throw new IllegalArgumentException(
              "exporting a " + kind.wireName() + ": no graph holds one");
    };
  }

  /** The bits of the protocol for how an occurrence uses its symbol. */
  static int roles(Role role) {
    return switch (role) {
      case IMPORT -> ScipFields.ROLE_IMPORT;
      case READ -> ScipFields.ROLE_READ;
      case WRITE -> ScipFields.ROLE_WRITE;
      case CALL, CONSTRUCT, METHOD_REFERENCE, TYPE -> 0;
    };
  }

  /** The protocol's name for a language, its id where the protocol has none. */
  static String language(String id, String path) {
    return switch (id) {
      case "java" -> "Java";
      case "python" -> "Python";
      case "javascript" -> path.endsWith(".jsx") ? "JavaScriptReact" : "JavaScript";
      case "typescript" -> path.endsWith(".tsx") ? "TypeScriptReact" : "TypeScript";
      default -> id;
    };
  }
}
