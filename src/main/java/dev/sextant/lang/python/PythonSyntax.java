package dev.sextant.lang.python;

import dev.sextant.syntax.FieldKinds;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.NodeKinds;

/** The kinds of nodes and fields that Python's facts are read from. Immutable. */
final class PythonSyntax {
  static final int IDENTIFIER = 1;
  static final int ATTRIBUTE = 2;
  static final int CALL = 3;
  static final int SUBSCRIPT = 4;
  static final int STRING = 5;
  static final int CONCATENATED_STRING = 6;
  static final int INTEGER = 7;
  static final int FLOAT = 8;
  static final int BOOL = 9;
  static final int NONE = 10;
  static final int ELLIPSIS = 11;
  static final int LIST = 12;
  static final int DICTIONARY = 13;
  static final int SET = 14;
  static final int TUPLE = 15;
  static final int LIST_COMPREHENSION = 16;
  static final int DICTIONARY_COMPREHENSION = 17;
  static final int SET_COMPREHENSION = 18;
  static final int GENERATOR = 19;
  static final int PARENTHESIZED = 20;
  static final int AWAIT = 21;
  static final int BINARY = 22;
  static final int BOOLEAN = 23;
  static final int COMPARISON = 24;
  static final int NOT = 25;
  static final int UNARY = 26;
  static final int CONDITIONAL = 27;
  static final int LAMBDA = 28;
  static final int WALRUS = 29;
  static final int AS_PATTERN = 30;
  static final int YIELD = 31;
  static final int SLICE = 32;
  static final int KEYWORD_ARGUMENT = 33;
  static final int SPLAT = 34;
  static final int FOR_IN_CLAUSE = 35;
  static final int INTERPOLATION = 36;
  static final int EXPRESSION_LIST = 37;

  static final int SEQUENCE_PATTERN = 40;
  static final int SPLAT_PATTERN = 41;
  static final int AS_TARGET = 42;

  static final int EXPRESSION_STATEMENT = 50;
  static final int ASSIGNMENT = 51;
  static final int AUGMENTED_ASSIGNMENT = 52;
  static final int FUNCTION = 53;
  static final int CLASS = 54;
  static final int DECORATED = 55;
  static final int DECORATOR = 56;
  static final int IMPORT = 57;
  static final int IMPORT_FROM = 58;
  static final int IMPORT_FUTURE = 59;
  static final int ALIASED_IMPORT = 60;
  static final int WILDCARD_IMPORT = 61;
  static final int FOR = 62;
  static final int EXCEPT = 63;
  static final int CASE_CLAUSE = 64;
  static final int GLOBAL = 65;
  static final int NONLOCAL = 66;
  static final int RETURN = 67;
  static final int TYPE_ALIAS = 68;

  static final int CASE_PATTERN = 70;
  static final int CLASS_PATTERN = 71;
  static final int KEYWORD_PATTERN = 72;
  static final int STAR_PATTERN = 73;
  static final int DOTTED_NAME = 74;

  static final int TYPED_PARAMETER = 80;
  static final int DEFAULT_PARAMETER = 81;

  static final int TYPE = 90;
  static final int GENERIC_TYPE = 91;
  static final int MEMBER_TYPE = 92;
  static final int UNION_TYPE = 93;
  static final int SPLAT_TYPE = 94;
  static final int CONSTRAINED_TYPE = 95;
  static final int TYPE_PARAMETER = 96;

  static final int ASYNC = 100;

  static final int F_NAME = 1;
  static final int F_BODY = 2;
  static final int F_LEFT = 3;
  static final int F_RIGHT = 4;
  static final int F_TYPE = 5;
  static final int F_VALUE = 6;
  static final int F_OBJECT = 7;
  static final int F_ATTRIBUTE = 8;
  static final int F_FUNCTION = 9;
  static final int F_ARGUMENTS = 10;
  static final int F_PARAMETERS = 11;
  static final int F_RETURN_TYPE = 12;
  static final int F_SUPERCLASSES = 13;
  static final int F_TYPE_PARAMETERS = 14;
  static final int F_ALIAS = 15;
  static final int F_MODULE_NAME = 16;
  static final int F_SUBSCRIPT = 17;
  static final int F_DEFINITION = 18;

  final NodeKinds kinds;
  final FieldKinds fields = fields();

  PythonSyntax() {
    NodeKinds.Builder builder = NodeKinds.of(Grammar.PYTHON);
    expressions(builder);
    statements(builder);
    patternsAndTypes(builder);
    kinds = builder.build();
  }

  private static void expressions(NodeKinds.Builder builder) {
    builder.node("identifier", IDENTIFIER);
    builder.node("attribute", ATTRIBUTE);
    builder.node("call", CALL);
    builder.node("subscript", SUBSCRIPT);
    builder.node("string", STRING);
    builder.node("concatenated_string", CONCATENATED_STRING);
    builder.node("integer", INTEGER);
    builder.node("float", FLOAT);
    builder.node("true", BOOL);
    builder.node("false", BOOL);
    builder.node("none", NONE);
    builder.node("ellipsis", ELLIPSIS);
    builder.node("list", LIST);
    builder.node("dictionary", DICTIONARY);
    builder.node("set", SET);
    builder.node("tuple", TUPLE);
    builder.node("list_comprehension", LIST_COMPREHENSION);
    builder.node("dictionary_comprehension", DICTIONARY_COMPREHENSION);
    builder.node("set_comprehension", SET_COMPREHENSION);
    builder.node("generator_expression", GENERATOR);
    builder.node("parenthesized_expression", PARENTHESIZED);
    builder.node("await", AWAIT);
    builder.node("binary_operator", BINARY);
    builder.node("boolean_operator", BOOLEAN);
    builder.node("comparison_operator", COMPARISON);
    builder.node("not_operator", NOT);
    builder.node("unary_operator", UNARY);
    builder.node("conditional_expression", CONDITIONAL);
    builder.node("lambda", LAMBDA);
    builder.node("named_expression", WALRUS);
    builder.node("as_pattern", AS_PATTERN);
    builder.node("yield", YIELD);
    builder.node("slice", SLICE);
    builder.node("keyword_argument", KEYWORD_ARGUMENT);
    builder.node("list_splat", SPLAT);
    builder.node("dictionary_splat", SPLAT);
    builder.node("for_in_clause", FOR_IN_CLAUSE);
    builder.node("interpolation", INTERPOLATION);
    builder.node("expression_list", EXPRESSION_LIST);
  }

  private static void statements(NodeKinds.Builder builder) {
    builder.node("expression_statement", EXPRESSION_STATEMENT);
    builder.node("assignment", ASSIGNMENT);
    builder.node("augmented_assignment", AUGMENTED_ASSIGNMENT);
    builder.node("function_definition", FUNCTION);
    builder.node("class_definition", CLASS);
    builder.node("decorated_definition", DECORATED);
    builder.node("decorator", DECORATOR);
    builder.node("import_statement", IMPORT);
    builder.node("import_from_statement", IMPORT_FROM);
    builder.node("future_import_statement", IMPORT_FUTURE);
    builder.node("aliased_import", ALIASED_IMPORT);
    builder.node("wildcard_import", WILDCARD_IMPORT);
    builder.node("for_statement", FOR);
    builder.node("except_clause", EXCEPT);
    builder.node("case_clause", CASE_CLAUSE);
    builder.node("global_statement", GLOBAL);
    builder.node("nonlocal_statement", NONLOCAL);
    builder.node("return_statement", RETURN);
    builder.node("type_alias_statement", TYPE_ALIAS);
    builder.token("async", ASYNC);
  }

  private static void patternsAndTypes(NodeKinds.Builder builder) {
    builder.node("pattern_list", SEQUENCE_PATTERN);
    builder.node("tuple_pattern", SEQUENCE_PATTERN);
    builder.node("list_pattern", SEQUENCE_PATTERN);
    builder.node("list_splat_pattern", SPLAT_PATTERN);
    builder.node("dictionary_splat_pattern", SPLAT_PATTERN);
    builder.node("as_pattern_target", AS_TARGET);
    builder.node("case_pattern", CASE_PATTERN);
    builder.node("class_pattern", CLASS_PATTERN);
    builder.node("keyword_pattern", KEYWORD_PATTERN);
    builder.node("splat_pattern", STAR_PATTERN);
    builder.node("dotted_name", DOTTED_NAME);
    builder.node("typed_parameter", TYPED_PARAMETER);
    builder.node("default_parameter", DEFAULT_PARAMETER);
    builder.node("typed_default_parameter", DEFAULT_PARAMETER);
    builder.node("type", TYPE);
    builder.node("generic_type", GENERIC_TYPE);
    builder.node("member_type", MEMBER_TYPE);
    builder.node("union_type", UNION_TYPE);
    builder.node("splat_type", SPLAT_TYPE);
    builder.node("constrained_type", CONSTRAINED_TYPE);
    builder.node("type_parameter", TYPE_PARAMETER);
  }

  private static FieldKinds fields() {
    return FieldKinds.of(Grammar.PYTHON)
        .field("name", F_NAME)
        .field("body", F_BODY)
        .field("left", F_LEFT)
        .field("right", F_RIGHT)
        .field("type", F_TYPE)
        .field("value", F_VALUE)
        .field("object", F_OBJECT)
        .field("attribute", F_ATTRIBUTE)
        .field("function", F_FUNCTION)
        .field("arguments", F_ARGUMENTS)
        .field("parameters", F_PARAMETERS)
        .field("return_type", F_RETURN_TYPE)
        .field("superclasses", F_SUPERCLASSES)
        .field("type_parameters", F_TYPE_PARAMETERS)
        .field("alias", F_ALIAS)
        .field("module_name", F_MODULE_NAME)
        .field("subscript", F_SUBSCRIPT)
        .field("definition", F_DEFINITION)
        .build();
  }
}
