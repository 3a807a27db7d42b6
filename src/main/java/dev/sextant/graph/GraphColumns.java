package dev.sextant.graph;

import dev.sextant.graph.columns.Column;

/**
 * The columns of a snapshot. A number stays with its column for ever; a column that changes its
 * meaning gets a new number, and the format a new version.
 */
final class GraphColumns {
  static final Column METADATA_TEXT = bytes(1, "the metadata");
  static final Column METADATA_OFFSETS = ints(2, "the places of the metadata");
  static final Column METADATA_NUMBERS = longs(3, "the generation and its time");
  static final Column TREE_PATH_TEXT = bytes(10, "the paths of the tree");
  static final Column TREE_PATH_OFFSETS = ints(11, "the places of the paths of the tree");
  static final Column TREE_SIZES = longs(12, "the sizes in the tree");
  static final Column TREE_TIMES = longs(13, "the times in the tree");
  static final Column TREE_HASHES = longs(14, "the hashes in the tree");
  static final Column FILE_PATH_TEXT = bytes(20, "the paths of files");
  static final Column FILE_PATH_OFFSETS = ints(21, "the places of the paths of files");
  static final Column LANGUAGE_TEXT = bytes(22, "the languages");
  static final Column LANGUAGE_OFFSETS = ints(23, "the places of the languages");
  static final Column FILE_LANGUAGES = ints(24, "the languages of files");
  static final Column FILE_NAMESPACES = ints(25, "the namespaces of files");
  static final Column FILE_HASHES = longs(26, "the hashes of files");
  static final Column FILE_SIZES = ints(27, "the sizes of files");
  static final Column FILE_FIRST_SYMBOLS = ints(28, "the first symbols of files");
  static final Column FILE_COUNTS = ints(29, "what linking files left out");
  static final Column FILE_LINES = ints(30, "the lines of files");
  static final Column FILE_LINE_OFFSETS = ints(31, "the places of the lines of files");
  static final Column NAME_TEXT = bytes(40, "the names");
  static final Column NAME_OFFSETS = ints(41, "the places of the names");
  static final Column NAME_FIRST_SYMBOLS = ints(42, "the places of the bearers of names");
  static final Column NAME_SYMBOLS = ints(43, "the bearers of names");
  static final Column SYMBOL_NAMES = ints(50, "the names of symbols");
  static final Column SYMBOL_DISAMBIGUATORS = ints(51, "the disambiguators of symbols");
  static final Column SYMBOL_CONTAINERS = ints(52, "the containers of symbols");
  static final Column SYMBOL_NAME_STARTS = ints(53, "where names of symbols start");
  static final Column SYMBOL_NAME_LENGTHS = shorts(54, "how long names of symbols are");
  static final Column SYMBOL_STARTS = ints(55, "where symbols start");
  static final Column SYMBOL_BODY_STARTS = ints(56, "where bodies of symbols start");
  static final Column SYMBOL_ENDS = ints(57, "where symbols end");
  static final Column SYMBOL_KINDS = ints(58, "the kinds and modifiers of symbols");
  static final Column OCCURRENCE_FIRST_OUT = ints(60, "the first occurrences out of symbols");
  static final Column OCCURRENCE_STARTS = ints(61, "where occurrences start");
  static final Column OCCURRENCE_LENGTHS = shorts(62, "how long occurrences are");
  static final Column OCCURRENCE_TARGETS = ints(63, "the targets of occurrences");
  static final Column OCCURRENCE_USES = bytes(64, "the roles and evidence of occurrences");
  static final Column OCCURRENCE_FIRST_IN = ints(65, "the places of occurrences to symbols");
  static final Column OCCURRENCE_IN = ints(66, "the occurrences to symbols");
  static final Column SUBTYPES = ints(70, "the subtypes");
  static final Column SUPERTYPES_OF_SUBTYPES = ints(71, "the supertypes of subtypes");
  static final Column SUPERTYPES = ints(72, "the supertypes");
  static final Column SUBTYPES_OF_SUPERTYPES = ints(73, "the subtypes of supertypes");
  static final Column HOMONYM_SYMBOLS = ints(80, "the homonyms");
  static final Column HOMONYM_RANKS = ints(81, "the ranks of homonyms");

  static final Column ATTACHMENT = bytes(90, "what it carries for others");

  /** How many columns there are. */
  static final int COUNT = 47;

  private GraphColumns() {}

  private static Column bytes(int number, String name) {
    return new Column(number, name, Byte.BYTES);
  }

  private static Column shorts(int number, String name) {
    return new Column(number, name, Short.BYTES);
  }

  private static Column ints(int number, String name) {
    return new Column(number, name, Integer.BYTES);
  }

  private static Column longs(int number, String name) {
    return new Column(number, name, Long.BYTES);
  }
}
