package dev.sextant.accuracy;

/**
 * A declaration of the tree.
 *
 * @param place where its name stands
 * @param kind {@code type}, {@code method}, {@code constructor} or {@code field}
 * @param owner the qualified name of the type it belongs to; its own name for a type
 */
record Declared(Place place, String kind, String owner) {}
