package dev.sextant.resolve;

/** An array of an element type. */
record ArrayType(Type element) implements Type {}
