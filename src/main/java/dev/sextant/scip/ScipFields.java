package dev.sextant.scip;

/** The numbers by which the SCIP protocol names fields and values; the names are the protocol's. */
final class ScipFields {
  static final int INDEX_METADATA = 1;
  static final int INDEX_DOCUMENTS = 2;

  static final int METADATA_TOOL_INFO = 2;
  static final int METADATA_PROJECT_ROOT = 3;
  static final int METADATA_TEXT_DOCUMENT_ENCODING = 4;

  static final int TOOL_INFO_NAME = 1;
  static final int TOOL_INFO_VERSION = 2;

  static final int DOCUMENT_RELATIVE_PATH = 1;
  static final int DOCUMENT_OCCURRENCES = 2;
  static final int DOCUMENT_SYMBOLS = 3;
  static final int DOCUMENT_LANGUAGE = 4;
  static final int DOCUMENT_TEXT = 5;
  static final int DOCUMENT_POSITION_ENCODING = 6;

  static final int OCCURRENCE_RANGE = 1;
  static final int OCCURRENCE_SYMBOL = 2;
  static final int OCCURRENCE_SYMBOL_ROLES = 3;
  static final int OCCURRENCE_ENCLOSING_RANGE = 7;
  static final int OCCURRENCE_SINGLE_LINE_RANGE = 8;
  static final int OCCURRENCE_MULTI_LINE_RANGE = 9;

  static final int SYMBOL_INFORMATION_SYMBOL = 1;
  static final int SYMBOL_INFORMATION_RELATIONSHIPS = 4;
  static final int SYMBOL_INFORMATION_KIND = 5;
  static final int SYMBOL_INFORMATION_DISPLAY_NAME = 6;

  static final int RELATIONSHIP_SYMBOL = 1;
  static final int RELATIONSHIP_IS_REFERENCE = 2;
  static final int RELATIONSHIP_IS_IMPLEMENTATION = 3;

  static final int TEXT_ENCODING_UTF8 = 1;

  static final int POSITIONS_IN_UTF8 = 1;
  static final int POSITIONS_IN_UTF16 = 2;
  static final int POSITIONS_IN_UTF32 = 3;

  static final int ROLE_DEFINITION = 1;
  static final int ROLE_IMPORT = 1 << 1;
  static final int ROLE_WRITE = 1 << 2;
  static final int ROLE_READ = 1 << 3;

  private ScipFields() {}
}
