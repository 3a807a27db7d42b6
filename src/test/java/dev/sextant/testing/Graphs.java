package dev.sextant.testing;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.StringInterner;
import dev.sextant.graph.SymbolKind;
import dev.sextant.graph.TreeState;
import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildWork;
import dev.sextant.index.ChangedFiles;
import dev.sextant.index.IndexResult;
import dev.sextant.source.LineTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of builds that never took place. */
public final class Graphs {
  private Graphs() {}

  /** A result whose graph holds so many empty files; more files are more bytes. */
  public static IndexResult withFiles(int files) {
    StringInterner names = new StringInterner();
    int empty = names.intern("");
    List<FileBlock> blocks = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      String name = "File%04d.java".formatted(file);
      LineTable lines = LineTable.of(new int[] {0}, 0);
      FileBlock.Builder block = new FileBlock.Builder(name, "java", empty, lines, 0, 0);
      int module = block.symbol(SymbolKind.FILE, names.intern(name), -1, 0, 0, 0, 0, 0, 0, empty);
      if (module != 0) {
        throw new AssertionError("the file itself is not its first symbol but " + module);
      }
      blocks.add(block.build());
    }
    return new IndexResult(
        CodeGraph.link(blocks, names, new Cancellation()),
        new BuildReport(
            files,
            0,
            0,
            0,
            0,
            2L * files,
            0,
            0,
            0,
            files,
            0,
            Map.of(),
            List.of(),
            Map.of(),
            new BuildWork(false, files, 2L * files)),
        new TreeState.Builder().build(),
        ChangedFiles.all(files),
        Optional.empty());
  }
}
