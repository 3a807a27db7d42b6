package dev.sextant.rpc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declared parameters of a method, or members of a structure.
 *
 * @param all in the order they are documented; names are unique
 * @param choices groups of optional names of which exactly one must be given
 */
public record Parameters(List<Parameter> all, List<List<String>> choices) {
  /** No parameters. */
  public static final Parameters NONE = new Parameters(List.of(), List.of());

  /** Copies both lists and refuses names used twice or not declared. */
  public Parameters {
    all = List.copyOf(all);
    choices = choices.stream().map(List::copyOf).toList();
    Set<String> names = new HashSet<>();
    for (Parameter parameter : all) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException("declared twice: parameter " + parameter.name());
      }
    }
    for (List<String> group : choices) {
      if (!names.containsAll(group)) {
        throw new IllegalArgumentException("a choice names an undeclared parameter: " + group);
      }
    }
  }

  /** These parameters, in this order. */
  public static Parameters of(Parameter... parameters) {
    return new Parameters(List.of(parameters), List.of());
  }

  /** These, then the others. */
  public Parameters and(Parameters others) {
    List<Parameter> joined = new ArrayList<>(all);
    joined.addAll(others.all);
    List<List<String>> joinedChoices = new ArrayList<>(choices);
    joinedChoices.addAll(others.choices);
    return new Parameters(joined, joinedChoices);
  }

  /** The same, of which exactly one of {@code names} must be given. */
  public Parameters exactlyOneOf(String... names) {
    List<List<String>> more = new ArrayList<>(choices);
    more.add(List.of(names));
    return new Parameters(all, more);
  }

  /** The parameter called {@code name}. */
  public Optional<Parameter> find(String name) {
    for (Parameter parameter : all) {
      if (parameter.name().equals(name)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  /** The names, in order. */
  public List<String> names() {
    return all.stream().map(Parameter::name).toList();
  }
}
