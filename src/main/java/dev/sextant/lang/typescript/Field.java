package dev.sextant.lang.typescript;

import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.Grammar;

/** The fields of the three grammars that facts are read from, as constants. */
final class Field {
  static final int NAME = 1;
  static final int BODY = 2;
  static final int PARAMETERS = 3;
  static final int RETURN_TYPE = 4;
  static final int TYPE_PARAMETERS = 5;
  static final int VALUE = 6;
  static final int TYPE = 7;
  static final int FUNCTION = 8;
  static final int ARGUMENTS = 9;
  static final int TYPE_ARGUMENTS = 10;
  static final int OBJECT = 11;
  static final int PROPERTY = 12;
  static final int LEFT = 13;
  static final int RIGHT = 14;
  static final int OPERATOR = 15;
  static final int CONSTRUCTOR = 16;
  static final int SOURCE = 17;
  static final int ALIAS = 18;
  static final int DECLARATION = 19;
  static final int PARAMETER = 20;
  static final int PATTERN = 21;
  static final int KEY = 22;
  static final int CONSTRAINT = 23;
  static final int MODULE = 24;
  static final int INDEX = 25;
  static final int CONSEQUENCE = 26;
  static final int ALTERNATIVE = 27;
  static final int CONDITION = 28;
  static final int ARGUMENT = 29;
  static final int KIND = 30;
  static final int INDEX_TYPE = 31;

  private Field() {}

  static FieldKinds of(Grammar grammar) {
    FieldKinds.Builder fields = FieldKinds.of(grammar);
    fields.field("name", NAME).field("body", BODY).field("parameters", PARAMETERS);
    fields.fieldWherePresent("return_type", RETURN_TYPE);
    fields.fieldWherePresent("type_parameters", TYPE_PARAMETERS);
    fields.field("value", VALUE).fieldWherePresent("type", TYPE).field("function", FUNCTION);
    fields.field("arguments", ARGUMENTS).fieldWherePresent("type_arguments", TYPE_ARGUMENTS);
    fields.field("object", OBJECT).field("property", PROPERTY).field("left", LEFT);
    fields.field("right", RIGHT).field("operator", OPERATOR).field("constructor", CONSTRUCTOR);
    fields.field("source", SOURCE).field("alias", ALIAS).field("declaration", DECLARATION);
    fields.field("parameter", PARAMETER).fieldWherePresent("pattern", PATTERN).field("key", KEY);
    fields.fieldWherePresent("constraint", CONSTRAINT).fieldWherePresent("module", MODULE);
    fields.field("index", INDEX).field("consequence", CONSEQUENCE);
    fields.field("alternative", ALTERNATIVE).field("condition", CONDITION);
    fields.field("argument", ARGUMENT).field("kind", KIND);
    fields.fieldWherePresent("index_type", INDEX_TYPE);
    return fields.build();
  }
}
