package dev.sextant.lang.java;

import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.NodeKinds;

/** What the grammar calls the nodes that {@link JavaKinds} tells apart. */
final class JavaGrammar {
  private JavaGrammar() {}

  /** Looks the kinds up in the grammar. */
  static NodeKinds kinds() {
    NodeKinds.Builder kinds = NodeKinds.of(Grammar.JAVA).error(JavaKinds.ERROR);
    add0(kinds);
    add1(kinds);
    add2(kinds);
    add3(kinds);
    add4(kinds);
    return kinds.build();
  }

  private static void add0(NodeKinds.Builder kinds) {
    kinds
        .node("identifier", JavaKinds.IDENTIFIER)
        .node("type_identifier", JavaKinds.TYPE_IDENTIFIER)
        .node("field_access", JavaKinds.FIELD_ACCESS)
        .node("method_invocation", JavaKinds.METHOD_INVOCATION)
        .node("string_literal", JavaKinds.STRING_LITERAL)
        .node("null_literal", JavaKinds.NULL_LITERAL)
        .node("true", JavaKinds.BOOLEAN_LITERAL)
        .node("false", JavaKinds.BOOLEAN_LITERAL)
        .node("character_literal", JavaKinds.CHARACTER_LITERAL)
        .node("decimal_integer_literal", JavaKinds.INTEGER_LITERAL)
        .node("octal_integer_literal", JavaKinds.INTEGER_LITERAL)
        .node("binary_integer_literal", JavaKinds.INTEGER_LITERAL)
        .node("hex_integer_literal", JavaKinds.INTEGER_LITERAL)
        .node("decimal_floating_point_literal", JavaKinds.FLOATING_LITERAL)
        .node("hex_floating_point_literal", JavaKinds.FLOATING_LITERAL)
        .node("class_literal", JavaKinds.CLASS_LITERAL)
        .node("this", JavaKinds.THIS)
        .node("super", JavaKinds.SUPER)
        .node("parenthesized_expression", JavaKinds.PARENTHESIZED)
        .node("object_creation_expression", JavaKinds.OBJECT_CREATION)
        .node("array_creation_expression", JavaKinds.ARRAY_CREATION)
        .node("array_initializer", JavaKinds.ARRAY_INITIALIZER)
        .node("element_value_array_initializer", JavaKinds.ARRAY_INITIALIZER)
        .node("array_access", JavaKinds.ARRAY_ACCESS)
        .node("method_reference", JavaKinds.METHOD_REFERENCE)
        .node("template_expression", JavaKinds.TEMPLATE)
        .node("assignment_expression", JavaKinds.ASSIGNMENT)
        .node("binary_expression", JavaKinds.BINARY)
        .node("instanceof_expression", JavaKinds.INSTANCEOF)
        .node("lambda_expression", JavaKinds.LAMBDA)
        .node("ternary_expression", JavaKinds.TERNARY)
        .node("update_expression", JavaKinds.UPDATE);
  }

  private static void add1(NodeKinds.Builder kinds) {
    kinds
        .node("unary_expression", JavaKinds.UNARY)
        .node("cast_expression", JavaKinds.CAST)
        .node("switch_expression", JavaKinds.SWITCH)
        .node("expression_statement", JavaKinds.EXPRESSION_STATEMENT)
        .node("block", JavaKinds.BLOCK)
        .node("local_variable_declaration", JavaKinds.LOCAL_VARIABLES)
        .node("for_statement", JavaKinds.FOR)
        .node("enhanced_for_statement", JavaKinds.ENHANCED_FOR)
        .node("try_with_resources_statement", JavaKinds.TRY_WITH_RESOURCES)
        .node("resource", JavaKinds.RESOURCE)
        .node("catch_clause", JavaKinds.CATCH)
        .node("switch_block", JavaKinds.SWITCH_BLOCK)
        .node("switch_rule", JavaKinds.SWITCH_RULE)
        .node("labeled_statement", JavaKinds.LABELED)
        .node("break_statement", JavaKinds.JUMP)
        .node("continue_statement", JavaKinds.JUMP)
        .node("type_pattern", JavaKinds.TYPE_PATTERN)
        .node("record_pattern_component", JavaKinds.TYPE_PATTERN)
        .node("record_pattern", JavaKinds.RECORD_PATTERN)
        .node("explicit_constructor_invocation", JavaKinds.EXPLICIT_CONSTRUCTOR)
        .node("if_statement", JavaKinds.PLAIN)
        .node("while_statement", JavaKinds.PLAIN)
        .node("do_statement", JavaKinds.PLAIN)
        .node("assert_statement", JavaKinds.PLAIN)
        .node("return_statement", JavaKinds.RETURN)
        .node("yield_statement", JavaKinds.YIELD)
        .node("synchronized_statement", JavaKinds.PLAIN)
        .node("throw_statement", JavaKinds.PLAIN)
        .node("try_statement", JavaKinds.PLAIN)
        .node("finally_clause", JavaKinds.PLAIN)
        .node("switch_block_statement_group", JavaKinds.SWITCH_GROUP)
        .node("switch_label", JavaKinds.SWITCH_LABEL);
  }

  private static void add2(NodeKinds.Builder kinds) {
    kinds
        .node("pattern", JavaKinds.PATTERN)
        .node("guard", JavaKinds.PLAIN)
        .node("resource_specification", JavaKinds.PLAIN)
        .node("record_pattern_body", JavaKinds.RECORD_COMPONENTS)
        .node("dimensions_expr", JavaKinds.PLAIN)
        .node("constructor_body", JavaKinds.PLAIN)
        .node("static_initializer", JavaKinds.PLAIN)
        .node("class_declaration", JavaKinds.CLASS)
        .node("interface_declaration", JavaKinds.INTERFACE)
        .node("enum_declaration", JavaKinds.ENUM)
        .node("record_declaration", JavaKinds.RECORD)
        .node("annotation_type_declaration", JavaKinds.ANNOTATION_TYPE)
        .node("method_declaration", JavaKinds.METHOD)
        .node("annotation_type_element_declaration", JavaKinds.ANNOTATION_ELEMENT)
        .node("constructor_declaration", JavaKinds.CONSTRUCTOR)
        .node("compact_constructor_declaration", JavaKinds.CONSTRUCTOR)
        .node("field_declaration", JavaKinds.FIELDS)
        .node("constant_declaration", JavaKinds.FIELDS)
        .node("enum_constant", JavaKinds.ENUM_CONSTANT)
        .node("package_declaration", JavaKinds.PACKAGE)
        .node("import_declaration", JavaKinds.IMPORT)
        .node("module_declaration", JavaKinds.MODULE)
        .node("module_body", JavaKinds.MODULE)
        .node("uses_module_directive", JavaKinds.SERVICE_DIRECTIVE)
        .node("provides_module_directive", JavaKinds.SERVICE_DIRECTIVE)
        .node("enum_body_declarations", JavaKinds.ENUM_MEMBERS)
        .node("scoped_type_identifier", JavaKinds.SCOPED_TYPE)
        .node("generic_type", JavaKinds.GENERIC_TYPE)
        .node("array_type", JavaKinds.ARRAY_TYPE)
        .node("annotated_type", JavaKinds.ANNOTATED_TYPE)
        .node("void_type", JavaKinds.PRIMITIVE_TYPE)
        .node("integral_type", JavaKinds.PRIMITIVE_TYPE);
  }

  private static void add3(NodeKinds.Builder kinds) {
    kinds
        .node("floating_point_type", JavaKinds.PRIMITIVE_TYPE)
        .node("boolean_type", JavaKinds.PRIMITIVE_TYPE)
        .node("wildcard", JavaKinds.WILDCARD)
        .node("scoped_identifier", JavaKinds.SCOPED_IDENTIFIER)
        .node("modifiers", JavaKinds.MODIFIERS)
        .node("marker_annotation", JavaKinds.ANNOTATION)
        .node("annotation", JavaKinds.ANNOTATION)
        .node("annotation_argument_list", JavaKinds.ANNOTATION_ARGUMENTS)
        .node("element_value_pair", JavaKinds.ELEMENT_VALUE)
        .node("argument_list", JavaKinds.ARGUMENTS)
        .node("type_arguments", JavaKinds.TYPE_ARGUMENTS)
        .node("type_parameter", JavaKinds.TYPE_PARAMETER)
        .node("type_parameters", JavaKinds.TYPE_PARAMETERS)
        .node("type_bound", JavaKinds.TYPE_BOUND)
        .node("superclass", JavaKinds.SUPERCLASS)
        .node("super_interfaces", JavaKinds.SUPER_INTERFACES)
        .node("extends_interfaces", JavaKinds.SUPER_INTERFACES)
        .node("type_list", JavaKinds.TYPE_LIST)
        .node("permits", JavaKinds.PERMITS)
        .node("throws", JavaKinds.THROWS)
        .node("dimensions", JavaKinds.DIMENSIONS)
        .node("formal_parameters", JavaKinds.PARAMETERS)
        .node("inferred_parameters", JavaKinds.PARAMETERS)
        .node("formal_parameter", JavaKinds.FORMAL_PARAMETER)
        .node("spread_parameter", JavaKinds.SPREAD_PARAMETER)
        .node("receiver_parameter", JavaKinds.RECEIVER_PARAMETER)
        .node("catch_formal_parameter", JavaKinds.CATCH_PARAMETER)
        .node("catch_type", JavaKinds.CATCH_TYPE)
        .node("variable_declarator", JavaKinds.DECLARATOR)
        .node("asterisk", JavaKinds.ASTERISK)
        .node("class_body", JavaKinds.BODY)
        .node("interface_body", JavaKinds.BODY)
        .node("enum_body", JavaKinds.BODY)
        .node("annotation_type_body", JavaKinds.BODY)
        .token("public", JavaKinds.PUBLIC_TOKEN)
        .token("protected", JavaKinds.PROTECTED_TOKEN);
  }

  private static void add4(NodeKinds.Builder kinds) {
    kinds
        .token("private", JavaKinds.PRIVATE_TOKEN)
        .token("abstract", JavaKinds.ABSTRACT_TOKEN)
        .token("static", JavaKinds.STATIC_TOKEN)
        .token("final", JavaKinds.FINAL_TOKEN)
        .token("default", JavaKinds.DEFAULT_TOKEN)
        .token("native", JavaKinds.NATIVE_TOKEN)
        .token("sealed", JavaKinds.SEALED_TOKEN)
        .token("new", JavaKinds.NEW_TOKEN)
        .token("[", JavaKinds.OPEN_BRACKET_TOKEN)
        .token("+", JavaKinds.PLUS_TOKEN)
        .token("-", JavaKinds.ARITHMETIC_TOKEN)
        .token("*", JavaKinds.ARITHMETIC_TOKEN)
        .token("/", JavaKinds.ARITHMETIC_TOKEN)
        .token("%", JavaKinds.ARITHMETIC_TOKEN)
        .token("&", JavaKinds.ARITHMETIC_TOKEN)
        .token("|", JavaKinds.ARITHMETIC_TOKEN)
        .token("^", JavaKinds.ARITHMETIC_TOKEN)
        .token("<<", JavaKinds.ARITHMETIC_TOKEN)
        .token(">>", JavaKinds.ARITHMETIC_TOKEN)
        .token(">>>", JavaKinds.ARITHMETIC_TOKEN)
        .token("!", JavaKinds.NOT_TOKEN);
  }
}
