package dev.sextant.lang.typescript;

import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.NodeKinds;

/** The nodes of the three grammars that facts are read from, as constants. */
final class Kind {
  static final int IDENTIFIER = 1;
  static final int MEMBER = 2;
  static final int CALL = 3;
  static final int NEW = 4;
  static final int THIS = 5;
  static final int SUPER = 6;
  static final int STRING = 7;
  static final int NUMBER = 8;
  static final int BOOLEAN = 9;
  static final int REGEX = 10;
  static final int NULL = 11;
  static final int UNDEFINED = 12;
  static final int TEMPLATE = 13;
  static final int PARENTHESIZED = 14;
  static final int SUBSCRIPT = 15;
  static final int BINARY = 16;
  static final int UNARY = 17;
  static final int UPDATE = 18;
  static final int ASSIGNMENT = 19;
  static final int AUGMENTED = 20;
  static final int TERNARY = 21;
  static final int AWAIT = 22;
  static final int AS = 23;
  static final int ASSERTION = 24;
  static final int NON_NULL = 25;
  static final int ARROW = 26;
  static final int FUNCTION_EXPRESSION = 27;
  static final int CLASS_EXPRESSION = 28;
  static final int OBJECT = 29;
  static final int ARRAY = 30;
  static final int SPREAD = 31;
  static final int SEQUENCE = 32;
  static final int JSX_ELEMENT = 33;
  static final int INSTANTIATION = 34;
  static final int SHORTHAND = 35;
  static final int OTHER_EXPRESSION = 36;
  static final int SATISFIES = 38;
  static final int LAST_EXPRESSION = 39;

  static final int JSX_TAG = 37;
  static final int JSX_CLOSING = 41;
  static final int PAIR = 42;
  static final int COMPUTED_NAME = 43;
  static final int ARGUMENTS = 44;
  static final int DECORATOR = 45;
  static final int PROPERTY_NAME = 46;
  static final int PRIVATE_NAME = 47;

  static final int BLOCK = 60;
  static final int VARIABLES = 61;
  static final int DECLARATOR = 62;
  static final int FUNCTION = 63;
  static final int CLASS = 64;
  static final int ABSTRACT_CLASS = 65;
  static final int INTERFACE = 66;
  static final int ENUM = 67;
  static final int TYPE_ALIAS = 68;
  static final int NAMESPACE = 69;
  static final int EXPORT = 70;
  static final int IMPORT = 71;
  static final int IMPORT_ALIAS = 72;
  static final int FOR = 73;
  static final int FOR_IN = 74;
  static final int CATCH = 75;
  static final int SWITCH_BODY = 76;
  static final int STATIC_BLOCK = 77;
  static final int RETURN = 78;
  static final int IF = 79;

  static final int METHOD = 80;
  static final int ABSTRACT_METHOD = 81;
  static final int FIELD = 82;
  static final int PROPERTY_SIGNATURE = 83;
  static final int CALL_SIGNATURE = 84;
  static final int INDEX_SIGNATURE = 85;
  static final int ENUM_ASSIGNMENT = 86;
  static final int HERITAGE = 87;
  static final int EXTENDS = 88;
  static final int IMPLEMENTS = 89;
  static final int EXTENDS_TYPE = 90;
  static final int ACCESSIBILITY = 91;
  static final int PARAMETER = 92;
  static final int OVERRIDE = 93;
  static final int WHILE = 94;
  static final int EXIT = 95;
  static final int ELSE = 96;

  static final int OBJECT_PATTERN = 100;
  static final int ARRAY_PATTERN = 101;
  static final int ASSIGNMENT_PATTERN = 102;
  static final int OBJECT_ASSIGNMENT_PATTERN = 103;
  static final int REST_PATTERN = 104;
  static final int PAIR_PATTERN = 105;
  static final int SHORTHAND_PATTERN = 106;

  static final int IMPORT_CLAUSE = 110;
  static final int NAMED_IMPORTS = 111;
  static final int NAMESPACE_IMPORT = 112;
  static final int SPECIFIER = 113;
  static final int IMPORT_REQUIRE = 114;
  static final int EXPORT_CLAUSE = 115;
  static final int NAMESPACE_EXPORT = 116;
  static final int IMPORT_ATTRIBUTE = 117;

  static final int TYPE_NAME = 130;
  static final int PREDEFINED = 131;
  static final int NESTED_TYPE = 132;
  static final int GENERIC = 133;
  static final int ARRAY_TYPE = 134;
  static final int UNION = 135;
  static final int WRAPPED_TYPE = 136;
  static final int LITERAL_TYPE = 137;
  static final int FUNCTION_TYPE = 138;
  static final int OBJECT_TYPE = 139;
  static final int TYPE_QUERY = 140;
  static final int THIS_TYPE = 141;
  static final int INFER = 142;
  static final int TYPE_PREDICATE = 143;
  static final int OTHER_TYPE = 144;
  static final int INTERSECTION = 145;
  static final int TUPLE = 146;
  static final int LOOKUP = 147;
  static final int CONDITIONAL_TYPE = 148;
  static final int KEYOF = 149;
  static final int LAST_TYPE = 149;
  static final int TYPE_PARAMETER = 150;
  static final int MAPPED = 151;

  static final int TOKEN_STATIC = 160;
  static final int TOKEN_ASYNC = 161;
  static final int TOKEN_GET = 162;
  static final int TOKEN_SET = 163;
  static final int TOKEN_STAR = 164;
  static final int TOKEN_CONST = 165;
  static final int TOKEN_DEFAULT = 166;
  static final int TOKEN_READONLY = 167;
  static final int TOKEN_ABSTRACT = 168;
  static final int TOKEN_VAR = 169;
  static final int TOKEN_EQUALS = 170;
  static final int TOKEN_OPTIONAL = 171;
  static final int TOKEN_OPTIONAL_CHAIN = 172;

  private Kind() {}

  static boolean isExpression(int kind) {
    return kind >= IDENTIFIER && kind <= LAST_EXPRESSION;
  }

  static boolean isType(int kind) {
    return kind >= TYPE_NAME && kind <= LAST_TYPE;
  }

  static NodeKinds of(Grammar grammar) {
    NodeKinds.Builder kinds = NodeKinds.of(grammar);
    expressions(kinds);
    statements(kinds);
    members(kinds);
    types(kinds);
    tokens(kinds);
    if (grammar != Grammar.JAVASCRIPT) {
      kinds.token("readonly", TOKEN_READONLY).token("abstract", TOKEN_ABSTRACT);
    }
    return kinds.build();
  }

  private static void expressions(NodeKinds.Builder kinds) {
    kinds.node("identifier", IDENTIFIER).node("member_expression", MEMBER);
    kinds.nodeWherePresent("nested_identifier", MEMBER);
    kinds.node("call_expression", CALL).node("new_expression", NEW);
    kinds.node("this", THIS).node("super", SUPER).node("string", STRING).node("number", NUMBER);
    kinds.node("true", BOOLEAN).node("false", BOOLEAN).node("regex", REGEX).node("null", NULL);
    kinds.node("undefined", UNDEFINED).node("template_string", TEMPLATE);
    kinds.node("parenthesized_expression", PARENTHESIZED).node("subscript_expression", SUBSCRIPT);
    kinds.node("binary_expression", BINARY).node("unary_expression", UNARY);
    kinds.node("update_expression", UPDATE).node("assignment_expression", ASSIGNMENT);
    kinds.node("augmented_assignment_expression", AUGMENTED).node("ternary_expression", TERNARY);
    kinds.node("await_expression", AWAIT).nodeWherePresent("as_expression", AS);
    kinds
        .nodeWherePresent("satisfies_expression", SATISFIES)
        .nodeWherePresent("type_assertion", ASSERTION);
    kinds.nodeWherePresent("non_null_expression", NON_NULL).node("arrow_function", ARROW);
    kinds.node("function_expression", FUNCTION_EXPRESSION);
    kinds.node("generator_function", FUNCTION_EXPRESSION).node("class", CLASS_EXPRESSION);
    kinds.node("object", OBJECT).node("array", ARRAY).node("spread_element", SPREAD);
    kinds.node("sequence_expression", SEQUENCE).nodeWherePresent("jsx_element", JSX_ELEMENT);
    kinds.nodeWherePresent("jsx_self_closing_element", JSX_TAG);
    kinds.nodeWherePresent("jsx_opening_element", JSX_TAG);
    kinds.nodeWherePresent("jsx_closing_element", JSX_CLOSING);
    kinds.nodeWherePresent("instantiation_expression", INSTANTIATION);
    kinds.node("shorthand_property_identifier", SHORTHAND);
    kinds.node("yield_expression", OTHER_EXPRESSION).node("meta_property", OTHER_EXPRESSION);
    kinds.node("pair", PAIR).node("computed_property_name", COMPUTED_NAME);
    kinds.node("arguments", ARGUMENTS).node("decorator", DECORATOR);
    kinds.node("property_identifier", PROPERTY_NAME);
    kinds.node("private_property_identifier", PRIVATE_NAME);
  }

  private static void statements(NodeKinds.Builder kinds) {
    kinds.node("statement_block", BLOCK).node("lexical_declaration", VARIABLES);
    kinds.node("variable_declaration", VARIABLES).nodeWherePresent("using_declaration", VARIABLES);
    kinds.node("variable_declarator", DECLARATOR).node("function_declaration", FUNCTION);
    kinds.node("generator_function_declaration", FUNCTION);
    kinds.nodeWherePresent("function_signature", FUNCTION).node("class_declaration", CLASS);
    kinds.nodeWherePresent("abstract_class_declaration", ABSTRACT_CLASS);
    kinds.nodeWherePresent("interface_declaration", INTERFACE);
    kinds.nodeWherePresent("enum_declaration", ENUM);
    kinds.nodeWherePresent("type_alias_declaration", TYPE_ALIAS);
    kinds.nodeWherePresent("internal_module", NAMESPACE).nodeWherePresent("module", NAMESPACE);
    kinds.node("export_statement", EXPORT).node("import_statement", IMPORT);
    kinds.nodeWherePresent("import_alias", IMPORT_ALIAS).node("for_statement", FOR);
    kinds.node("for_in_statement", FOR_IN).node("catch_clause", CATCH);
    kinds.node("return_statement", RETURN).node("if_statement", IF).node("else_clause", ELSE);
    kinds.node("while_statement", WHILE).node("throw_statement", EXIT);
    kinds.node("break_statement", EXIT).node("continue_statement", EXIT);
    kinds.node("switch_body", SWITCH_BODY).node("class_static_block", STATIC_BLOCK);
    kinds.node("object_pattern", OBJECT_PATTERN).node("array_pattern", ARRAY_PATTERN);
    kinds.node("assignment_pattern", ASSIGNMENT_PATTERN);
    kinds.node("object_assignment_pattern", OBJECT_ASSIGNMENT_PATTERN);
    kinds.node("rest_pattern", REST_PATTERN).node("pair_pattern", PAIR_PATTERN);
    kinds.node("shorthand_property_identifier_pattern", SHORTHAND_PATTERN);
    kinds.node("import_clause", IMPORT_CLAUSE).node("named_imports", NAMED_IMPORTS);
    kinds.node("namespace_import", NAMESPACE_IMPORT).node("import_specifier", SPECIFIER);
    kinds.nodeWherePresent("import_require_clause", IMPORT_REQUIRE);
    kinds.node("export_clause", EXPORT_CLAUSE).node("export_specifier", SPECIFIER);
    kinds.node("namespace_export", NAMESPACE_EXPORT).node("import_attribute", IMPORT_ATTRIBUTE);
  }

  private static void members(NodeKinds.Builder kinds) {
    kinds.node("method_definition", METHOD).nodeWherePresent("method_signature", METHOD);
    kinds.nodeWherePresent("abstract_method_signature", ABSTRACT_METHOD);
    kinds.nodeWherePresent("public_field_definition", FIELD);
    kinds.nodeWherePresent("field_definition", FIELD);
    kinds.nodeWherePresent("property_signature", PROPERTY_SIGNATURE);
    kinds.nodeWherePresent("call_signature", CALL_SIGNATURE);
    kinds.nodeWherePresent("construct_signature", CALL_SIGNATURE);
    kinds.nodeWherePresent("index_signature", INDEX_SIGNATURE);
    kinds.nodeWherePresent("enum_assignment", ENUM_ASSIGNMENT).node("class_heritage", HERITAGE);
    kinds.nodeWherePresent("extends_clause", EXTENDS);
    kinds.nodeWherePresent("implements_clause", IMPLEMENTS);
    kinds.nodeWherePresent("extends_type_clause", EXTENDS_TYPE);
    kinds.nodeWherePresent("accessibility_modifier", ACCESSIBILITY);
    kinds.nodeWherePresent("override_modifier", OVERRIDE);
    kinds.nodeWherePresent("required_parameter", PARAMETER);
    kinds.nodeWherePresent("optional_parameter", PARAMETER);
  }

  private static void types(NodeKinds.Builder kinds) {
    kinds.nodeWherePresent("type_identifier", TYPE_NAME);
    kinds.nodeWherePresent("predefined_type", PREDEFINED);
    kinds.nodeWherePresent("nested_type_identifier", NESTED_TYPE);
    kinds.nodeWherePresent("generic_type", GENERIC).nodeWherePresent("array_type", ARRAY_TYPE);
    kinds.nodeWherePresent("union_type", UNION).nodeWherePresent("intersection_type", INTERSECTION);
    for (String name :
        new String[] {
          "type_annotation",
          "parenthesized_type",
          "readonly_type",
          "optional_type",
          "constraint",
          "default_type",
          "type_predicate_annotation",
          "opting_type_annotation",
          "omitting_type_annotation",
          "adding_type_annotation",
          "flow_maybe_type"
        }) {
      kinds.nodeWherePresent(name, WRAPPED_TYPE);
    }
    kinds.nodeWherePresent("literal_type", LITERAL_TYPE);
    kinds.nodeWherePresent("function_type", FUNCTION_TYPE);
    kinds.nodeWherePresent("constructor_type", FUNCTION_TYPE);
    kinds.nodeWherePresent("object_type", OBJECT_TYPE).nodeWherePresent("type_query", TYPE_QUERY);
    kinds.nodeWherePresent("this_type", THIS_TYPE).nodeWherePresent("infer_type", INFER);
    kinds.nodeWherePresent("type_predicate", TYPE_PREDICATE);
    for (String name :
        new String[] {
          "rest_type", "template_literal_type", "existential_type", "asserts_annotation", "asserts"
        }) {
      kinds.nodeWherePresent(name, OTHER_TYPE);
    }
    kinds.nodeWherePresent("tuple_type", TUPLE).nodeWherePresent("lookup_type", LOOKUP);
    kinds.nodeWherePresent("conditional_type", CONDITIONAL_TYPE);
    kinds.nodeWherePresent("index_type_query", KEYOF);
    kinds.nodeWherePresent("type_parameter", TYPE_PARAMETER);
    kinds.nodeWherePresent("mapped_type_clause", MAPPED);
  }

  private static void tokens(NodeKinds.Builder kinds) {
    kinds.token("static", TOKEN_STATIC).token("async", TOKEN_ASYNC).token("get", TOKEN_GET);
    kinds.token("set", TOKEN_SET).token("*", TOKEN_STAR).token("const", TOKEN_CONST);
    kinds
        .token("default", TOKEN_DEFAULT)
        .token("var", TOKEN_VAR)
        .token("=", TOKEN_EQUALS)
        .token("?", TOKEN_OPTIONAL);
  }
}
