package dev.sextant.lang.java;

import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.Grammar;

/** The fields of the Java grammar that the extractor asks for. */
final class JavaFields {
  static final int NAME = 1;
  static final int TYPE = 2;
  static final int BODY = 3;
  static final int OBJECT = 4;
  static final int FIELD = 5;
  static final int ARGUMENTS = 6;
  static final int VALUE = 7;
  static final int DIMENSIONS = 8;
  static final int SUPERCLASS = 9;
  static final int INTERFACES = 10;
  static final int LEFT = 11;
  static final int RIGHT = 12;
  static final int OPERATOR = 13;
  static final int CONDITION = 14;
  static final int CONSEQUENCE = 15;
  static final int ALTERNATIVE = 16;
  static final int PARAMETERS = 17;
  static final int DECLARATOR = 18;
  static final int SCOPE = 19;
  static final int KEY = 20;
  static final int CONSTRUCTOR = 21;
  static final int PATTERN = 22;
  static final int RESOURCES = 23;

  private JavaFields() {}

  /** Looks the fields up in the grammar. */
  static FieldKinds of() {
    return FieldKinds.of(Grammar.JAVA)
        .field("name", NAME)
        .field("type", TYPE)
        .field("body", BODY)
        .field("object", OBJECT)
        .field("field", FIELD)
        .field("arguments", ARGUMENTS)
        .field("value", VALUE)
        .field("dimensions", DIMENSIONS)
        .field("superclass", SUPERCLASS)
        .field("interfaces", INTERFACES)
        .field("left", LEFT)
        .field("right", RIGHT)
        .field("operator", OPERATOR)
        .field("condition", CONDITION)
        .field("consequence", CONSEQUENCE)
        .field("alternative", ALTERNATIVE)
        .field("parameters", PARAMETERS)
        .field("declarator", DECLARATOR)
        .field("scope", SCOPE)
        .field("key", KEY)
        .field("constructor", CONSTRUCTOR)
        .field("pattern", PATTERN)
        .field("resources", RESOURCES)
        .build();
  }
}
