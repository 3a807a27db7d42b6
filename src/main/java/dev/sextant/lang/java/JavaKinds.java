package dev.sextant.lang.java;

import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.NodeKinds;

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

  /** Looks the kinds up in the grammar. */
  static NodeKinds of() {
    NodeKinds.Builder kinds = NodeKinds.of(Grammar.JAVA).error(ERROR);
    add0(kinds);
    add1(kinds);
    add2(kinds);
    add3(kinds);
    add4(kinds);
    return kinds.build();
  }

  private static void add0(NodeKinds.Builder kinds) {
    kinds
        .node("identifier", IDENTIFIER)
        .node("type_identifier", TYPE_IDENTIFIER)
        .node("field_access", FIELD_ACCESS)
        .node("method_invocation", METHOD_INVOCATION)
        .node("string_literal", STRING_LITERAL)
        .node("null_literal", NULL_LITERAL)
        .node("true", BOOLEAN_LITERAL)
        .node("false", BOOLEAN_LITERAL)
        .node("character_literal", CHARACTER_LITERAL)
        .node("decimal_integer_literal", INTEGER_LITERAL)
        .node("octal_integer_literal", INTEGER_LITERAL)
        .node("binary_integer_literal", INTEGER_LITERAL)
        .node("hex_integer_literal", INTEGER_LITERAL)
        .node("decimal_floating_point_literal", FLOATING_LITERAL)
        .node("hex_floating_point_literal", FLOATING_LITERAL)
        .node("class_literal", CLASS_LITERAL)
        .node("this", THIS)
        .node("super", SUPER)
        .node("parenthesized_expression", PARENTHESIZED)
        .node("object_creation_expression", OBJECT_CREATION)
        .node("array_creation_expression", ARRAY_CREATION)
        .node("array_initializer", ARRAY_INITIALIZER)
        .node("element_value_array_initializer", ARRAY_INITIALIZER)
        .node("array_access", ARRAY_ACCESS)
        .node("method_reference", METHOD_REFERENCE)
        .node("template_expression", TEMPLATE)
        .node("assignment_expression", ASSIGNMENT)
        .node("binary_expression", BINARY)
        .node("instanceof_expression", INSTANCEOF)
        .node("lambda_expression", LAMBDA)
        .node("ternary_expression", TERNARY)
        .node("update_expression", UPDATE);
  }

  private static void add1(NodeKinds.Builder kinds) {
    kinds
        .node("unary_expression", UNARY)
        .node("cast_expression", CAST)
        .node("switch_expression", SWITCH)
        .node("expression_statement", EXPRESSION_STATEMENT)
        .node("block", BLOCK)
        .node("local_variable_declaration", LOCAL_VARIABLES)
        .node("for_statement", FOR)
        .node("enhanced_for_statement", ENHANCED_FOR)
        .node("try_with_resources_statement", TRY_WITH_RESOURCES)
        .node("resource", RESOURCE)
        .node("catch_clause", CATCH)
        .node("switch_block", SWITCH_BLOCK)
        .node("switch_rule", SWITCH_RULE)
        .node("labeled_statement", LABELED)
        .node("break_statement", JUMP)
        .node("continue_statement", JUMP)
        .node("type_pattern", TYPE_PATTERN)
        .node("record_pattern_component", TYPE_PATTERN)
        .node("record_pattern", RECORD_PATTERN)
        .node("explicit_constructor_invocation", EXPLICIT_CONSTRUCTOR)
        .node("if_statement", PLAIN)
        .node("while_statement", PLAIN)
        .node("do_statement", PLAIN)
        .node("assert_statement", PLAIN)
        .node("return_statement", PLAIN)
        .node("yield_statement", PLAIN)
        .node("synchronized_statement", PLAIN)
        .node("throw_statement", PLAIN)
        .node("try_statement", PLAIN)
        .node("finally_clause", PLAIN)
        .node("switch_block_statement_group", PLAIN)
        .node("switch_label", PLAIN);
  }

  private static void add2(NodeKinds.Builder kinds) {
    kinds
        .node("pattern", PLAIN)
        .node("guard", PLAIN)
        .node("resource_specification", PLAIN)
        .node("record_pattern_body", PLAIN)
        .node("dimensions_expr", PLAIN)
        .node("constructor_body", PLAIN)
        .node("static_initializer", PLAIN)
        .node("class_declaration", CLASS)
        .node("interface_declaration", INTERFACE)
        .node("enum_declaration", ENUM)
        .node("record_declaration", RECORD)
        .node("annotation_type_declaration", ANNOTATION_TYPE)
        .node("method_declaration", METHOD)
        .node("annotation_type_element_declaration", ANNOTATION_ELEMENT)
        .node("constructor_declaration", CONSTRUCTOR)
        .node("compact_constructor_declaration", CONSTRUCTOR)
        .node("field_declaration", FIELDS)
        .node("constant_declaration", FIELDS)
        .node("enum_constant", ENUM_CONSTANT)
        .node("package_declaration", PACKAGE)
        .node("import_declaration", IMPORT)
        .node("module_declaration", MODULE)
        .node("module_body", MODULE)
        .node("uses_module_directive", SERVICE_DIRECTIVE)
        .node("provides_module_directive", SERVICE_DIRECTIVE)
        .node("enum_body_declarations", ENUM_MEMBERS)
        .node("scoped_type_identifier", SCOPED_TYPE)
        .node("generic_type", GENERIC_TYPE)
        .node("array_type", ARRAY_TYPE)
        .node("annotated_type", ANNOTATED_TYPE)
        .node("void_type", PRIMITIVE_TYPE)
        .node("integral_type", PRIMITIVE_TYPE);
  }

  private static void add3(NodeKinds.Builder kinds) {
    kinds
        .node("floating_point_type", PRIMITIVE_TYPE)
        .node("boolean_type", PRIMITIVE_TYPE)
        .node("wildcard", WILDCARD)
        .node("scoped_identifier", SCOPED_IDENTIFIER)
        .node("modifiers", MODIFIERS)
        .node("marker_annotation", ANNOTATION)
        .node("annotation", ANNOTATION)
        .node("annotation_argument_list", ANNOTATION_ARGUMENTS)
        .node("element_value_pair", ELEMENT_VALUE)
        .node("argument_list", ARGUMENTS)
        .node("type_arguments", TYPE_ARGUMENTS)
        .node("type_parameter", TYPE_PARAMETER)
        .node("type_parameters", TYPE_PARAMETERS)
        .node("type_bound", TYPE_BOUND)
        .node("superclass", SUPERCLASS)
        .node("super_interfaces", SUPER_INTERFACES)
        .node("extends_interfaces", SUPER_INTERFACES)
        .node("type_list", TYPE_LIST)
        .node("permits", PERMITS)
        .node("throws", THROWS)
        .node("dimensions", DIMENSIONS)
        .node("formal_parameters", PARAMETERS)
        .node("inferred_parameters", PARAMETERS)
        .node("formal_parameter", FORMAL_PARAMETER)
        .node("spread_parameter", SPREAD_PARAMETER)
        .node("receiver_parameter", RECEIVER_PARAMETER)
        .node("catch_formal_parameter", CATCH_PARAMETER)
        .node("catch_type", CATCH_TYPE)
        .node("variable_declarator", DECLARATOR)
        .node("asterisk", ASTERISK)
        .node("class_body", BODY)
        .node("interface_body", BODY)
        .node("enum_body", BODY)
        .node("annotation_type_body", BODY)
        .token("public", PUBLIC_TOKEN)
        .token("protected", PROTECTED_TOKEN);
  }

  private static void add4(NodeKinds.Builder kinds) {
    kinds
        .token("private", PRIVATE_TOKEN)
        .token("abstract", ABSTRACT_TOKEN)
        .token("static", STATIC_TOKEN)
        .token("final", FINAL_TOKEN)
        .token("default", DEFAULT_TOKEN)
        .token("native", NATIVE_TOKEN)
        .token("sealed", SEALED_TOKEN)
        .token("new", NEW_TOKEN)
        .token("[", OPEN_BRACKET_TOKEN)
        .token("+", PLUS_TOKEN)
        .token("-", ARITHMETIC_TOKEN)
        .token("*", ARITHMETIC_TOKEN)
        .token("/", ARITHMETIC_TOKEN)
        .token("%", ARITHMETIC_TOKEN)
        .token("&", ARITHMETIC_TOKEN)
        .token("|", ARITHMETIC_TOKEN)
        .token("^", ARITHMETIC_TOKEN)
        .token("<<", ARITHMETIC_TOKEN)
        .token(">>", ARITHMETIC_TOKEN)
        .token(">>>", ARITHMETIC_TOKEN)
        .token("!", NOT_TOKEN);
  }
}
