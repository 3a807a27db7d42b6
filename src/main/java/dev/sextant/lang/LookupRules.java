package dev.sextant.lang;

/**
 * How a language looks names up.
 *
 * @param membersInScope whether members of an enclosing type (inherited ones too) are found by
 *     their simple names
 * @param packages whether files of one declared package see each other's types; otherwise each file
 *     is a module of its own
 * @param separateCallables whether callables, values and types have separate name spaces
 * @param constructorName the name under which a type declares its constructor; empty when it is the
 *     type's own
 * @param implicitPackage the package every file sees without an import; empty for none
 * @param structural whether a type is what its members are: names for types stand for what they are
 *     written as, declarations of one name are one, functions are values, and the first signature
 *     that fits is called
 */
public record LookupRules(
    boolean membersInScope,
    boolean packages,
    boolean separateCallables,
    String constructorName,
    String implicitPackage,
    boolean structural) {}
