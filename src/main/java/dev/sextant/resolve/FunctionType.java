package dev.sextant.resolve;

import java.util.List;

/** A function from its parameters' types to the type of its result. */
record FunctionType(List<Type> parameters, Type result) implements Type {}
