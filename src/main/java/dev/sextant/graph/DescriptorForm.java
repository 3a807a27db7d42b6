package dev.sextant.graph;

/** The forms that one part of a public symbol id takes, each told by how it ends. */
enum DescriptorForm {
  /** {@code name/}. */
  NAMESPACE("/"),
  /** {@code Name#}. */
  TYPE("#"),
  /** {@code name(disambiguator).}, the disambiguator being optional. */
  METHOD(")."),
  /** {@code name.}. */
  TERM(".");

  private final String suffix;

  DescriptorForm(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  static DescriptorForm of(SymbolKind kind) {
    return switch (kind) {
      case FILE, NAMESPACE -> NAMESPACE;
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, TYPE_ALIAS -> TYPE;
      case FUNCTION, METHOD, CONSTRUCTOR -> METHOD;
      case FIELD, ENUM_CONSTANT, VARIABLE, PROPERTY -> TERM;
      case PARAMETER, LOCAL, TYPE_PARAMETER ->
          throw new IllegalArgumentException(
              "naming a " + kind.wireName() + ": no graph holds one");
    };
  }
}
