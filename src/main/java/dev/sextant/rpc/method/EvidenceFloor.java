package dev.sextant.rpc.method;

import dev.sextant.graph.Evidence;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.Parameters;

/** The weakest evidence that an answer may rest on, as a request says it. */
final class EvidenceFloor {
  /** The parameter {@code minEvidence}. */
  static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.withDefault(
              "minEvidence",
              ParameterType.choice("exact", "typed", "imported", "named"),
              "imported",
              "The weakest evidence that counts; belowFloor says what that left out."));

  private EvidenceFloor() {}

  /** Reads it; {@code arguments} were declared with {@link #PARAMETERS}. */
  static Evidence of(Arguments arguments) {
    String word = arguments.text("minEvidence");
    for (Evidence evidence : Evidence.values()) {
      if (evidence.wireName().equals(word)) {
        return evidence;
      }
    }
    throw new IllegalArgumentException("no such evidence although it was checked: " + word);
  }
}
