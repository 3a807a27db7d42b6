package dev.sextant.resolve;

/** The type that a type parameter stands for where nothing is put in its place. */
record TypeVariable(int declaration) implements Type {}
