package dev.sextant.rpc;

import java.util.ArrayList;
import java.util.List;

/**
 * What a method answers with, for the published document.
 *
 * @param doc what it is, one sentence
 * @param fields the members of the result
 */
public record ResultShape(String doc, List<Field> fields) {

  /**
   * One member of a result.
   *
   * @param name its name
   * @param type its JSON type: string, integer, boolean, array or object
   * @param doc what it says
   */
  public record Field(String name, String type, String doc) {}

  /** Copies the fields. */
  public ResultShape {
    fields = List.copyOf(fields);
  }

  /** A result without declared members yet. */
  public static ResultShape of(String doc) {
    return new ResultShape(doc, List.of());
  }

  /** The same with one more member. */
  public ResultShape field(String name, String type, String doc) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, type, doc));
    return new ResultShape(this.doc, more);
  }
}
