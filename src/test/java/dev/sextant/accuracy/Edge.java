package dev.sextant.accuracy;

import java.util.Optional;

/**
 * One exported edge.
 *
 * @param kind {@code call}, {@code new} or {@code ref}
 * @param from the declaration that the use stands in
 * @param to what is used
 * @param at where it is used
 * @param evidence the level claimed; {@code exact} in a key
 * @param shape how the use is written, in a key only
 */
record Edge(String kind, Place from, Place to, Site at, String evidence, Optional<String> shape) {
  /** Whether the edge is one of the call graph. */
  boolean isCall() {
    return !kind.equals("ref");
  }
}
