package dev.sextant.testing;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.StringInterner;
import dev.sextant.index.BuildReport;
import dev.sextant.index.IndexResult;
import java.util.List;
import java.util.Map;

/** Results of builds that never took place. */
public final class Graphs {
  private Graphs() {}

  /**
   * A result whose graph holds nothing but {@code names} names, so that more names are more bytes.
   */
  public static IndexResult withNames(int names) {
    StringInterner interner = new StringInterner();
    for (int name = 0; name < names; name++) {
      interner.intern("name" + name);
    }
    return new IndexResult(
        CodeGraph.link(List.of(), interner, new Cancellation()),
        new BuildReport(names, 0, 0, 0, 0, 2L * names, 0, 0, 0, Map.of(), List.of(), Map.of()));
  }
}
