package dev.sextant.lang.java;

/**
 * The kinds of node the Java extractor tells apart.
 *
 * <p><b>Shape:</b> expressions are from 1 to {@link #LAST_EXPRESSION}, statements follow to {@link
 * #LAST_STATEMENT}, then declarations, types, parts of these, and tokens.
 */
final class JavaKinds {
  static final int LAST_EXPRESSION = 40;
  static final int LAST_STATEMENT = 70;
  static final int LAST_DECLARATION = 90;
  static final int LAST_TYPE = 100;

  static final int IDENTIFIER = 1;
  static final int TYPE_IDENTIFIER = 2;
  static final int FIELD_ACCESS = 3;
  static final int METHOD_INVOCATION = 4;
  static final int STRING_LITERAL = 5;
  static final int NULL_LITERAL = 6;
  static final int BOOLEAN_LITERAL = 7;
  static final int CHARACTER_LITERAL = 8;
  static final int INTEGER_LITERAL = 9;
  static final int FLOATING_LITERAL = 10;
  static final int CLASS_LITERAL = 11;
  static final int THIS = 12;
  static final int SUPER = 13;
  static final int PARENTHESIZED = 14;
  static final int OBJECT_CREATION = 15;
  static final int ARRAY_CREATION = 16;
  static final int ARRAY_INITIALIZER = 17;
  static final int ARRAY_ACCESS = 18;
  static final int METHOD_REFERENCE = 19;
  static final int TEMPLATE = 20;
  static final int ASSIGNMENT = 21;
  static final int BINARY = 22;
  static final int INSTANCEOF = 23;
  static final int LAMBDA = 24;
  static final int TERNARY = 25;
  static final int UPDATE = 26;
  static final int UNARY = 27;
  static final int CAST = 28;
  static final int SWITCH = 29;
  static final int EXPRESSION_STATEMENT = 41;
  static final int BLOCK = 42;
  static final int LOCAL_VARIABLES = 43;
  static final int FOR = 44;
  static final int ENHANCED_FOR = 45;
  static final int TRY_WITH_RESOURCES = 46;
  static final int RESOURCE = 47;
  static final int CATCH = 48;
  static final int SWITCH_BLOCK = 49;
  static final int SWITCH_RULE = 50;
  static final int LABELED = 51;
  static final int JUMP = 52;
  static final int TYPE_PATTERN = 53;
  static final int RECORD_PATTERN = 54;
  static final int EXPLICIT_CONSTRUCTOR = 55;
  static final int PLAIN = 56;
  static final int RETURN = 57;
  static final int YIELD = 58;
  static final int SWITCH_GROUP = 59;
  static final int SWITCH_LABEL = 60;
  static final int PATTERN = 61;
  static final int RECORD_COMPONENTS = 62;
  static final int CLASS = 71;
  static final int INTERFACE = 72;
  static final int ENUM = 73;
  static final int RECORD = 74;
  static final int ANNOTATION_TYPE = 75;
  static final int METHOD = 76;
  static final int ANNOTATION_ELEMENT = 77;
  static final int CONSTRUCTOR = 78;
  static final int FIELDS = 79;
  static final int ENUM_CONSTANT = 80;
  static final int PACKAGE = 81;
  static final int IMPORT = 82;
  static final int MODULE = 83;
  static final int SERVICE_DIRECTIVE = 84;
  static final int ENUM_MEMBERS = 85;
  static final int SCOPED_TYPE = 91;
  static final int GENERIC_TYPE = 92;
  static final int ARRAY_TYPE = 93;
  static final int ANNOTATED_TYPE = 94;
  static final int PRIMITIVE_TYPE = 95;
  static final int WILDCARD = 96;
  static final int SCOPED_IDENTIFIER = 101;
  static final int MODIFIERS = 102;
  static final int ANNOTATION = 103;
  static final int ANNOTATION_ARGUMENTS = 104;
  static final int ELEMENT_VALUE = 105;
  static final int ARGUMENTS = 106;
  static final int TYPE_ARGUMENTS = 107;
  static final int TYPE_PARAMETER = 108;
  static final int TYPE_PARAMETERS = 109;
  static final int TYPE_BOUND = 110;
  static final int SUPERCLASS = 111;
  static final int SUPER_INTERFACES = 112;
  static final int TYPE_LIST = 113;
  static final int PERMITS = 114;
  static final int THROWS = 115;
  static final int DIMENSIONS = 116;
  static final int PARAMETERS = 117;
  static final int FORMAL_PARAMETER = 118;
  static final int SPREAD_PARAMETER = 119;
  static final int RECEIVER_PARAMETER = 120;
  static final int CATCH_PARAMETER = 121;
  static final int CATCH_TYPE = 122;
  static final int DECLARATOR = 123;
  static final int ASTERISK = 124;
  static final int BODY = 129;
  static final int PUBLIC_TOKEN = 131;
  static final int PROTECTED_TOKEN = 132;
  static final int PRIVATE_TOKEN = 133;
  static final int ABSTRACT_TOKEN = 134;
  static final int STATIC_TOKEN = 135;
  static final int FINAL_TOKEN = 136;
  static final int DEFAULT_TOKEN = 137;
  static final int NATIVE_TOKEN = 138;
  static final int SEALED_TOKEN = 139;
  static final int NEW_TOKEN = 140;
  static final int OPEN_BRACKET_TOKEN = 141;
  static final int PLUS_TOKEN = 142;
  static final int ARITHMETIC_TOKEN = 143;
  static final int NOT_TOKEN = 144;
  static final int ERROR = 160;

  private JavaKinds() {}
}
