package dev.sextant.testing;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.LinkCounts;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.StringInterner;
import dev.sextant.graph.SymbolKind;
import dev.sextant.source.LineTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as plain lists of objects: what tests describe, what a {@link CodeGraph} is compared
 * with.
 *
 * <p>Symbols, files and occurrences are named by their index in the lists; symbols of a file come
 * together, in the order of the files.
 */
public final class GraphModel {
  /** A file; its text has {@code length} units, and lines start at {@code lineStarts}. */
  public record File(
      String path, String language, String namespace, List<Integer> lineStarts, int length) {}

  /** A symbol of a file. */
  public record Symbol(
      int file,
      SymbolKind kind,
      String name,
      String disambiguator,
      int container,
      int nameStart,
      int nameEnd,
      int start,
      int bodyStart,
      int end,
      int modifiers) {}

  /** A use of a symbol. */
  public record Occurrence(
      int enclosing, int start, int end, int target, Role role, Evidence evidence) {}

  /** A type and its direct supertype. */
  public record Supertype(int subtype, int supertype) {}

  public final List<File> files = new ArrayList<>();
  public final List<Symbol> symbols = new ArrayList<>();
  public final List<Occurrence> occurrences = new ArrayList<>();
  public final List<Supertype> supertypes = new ArrayList<>();

  /** The content hashes of files that have a text; others have some number. */
  public final Map<Integer, Long> contentHashes = new HashMap<>();

  /** What linking left out, for files that do not go by their number. */
  public final Map<Integer, LinkCounts> counts = new HashMap<>();

  /**
   * Adds a file whose text is {@code length} units long, with its own symbol; answers the symbol.
   */
  public int file(
      String path, String language, String namespace, List<Integer> lineStarts, int length) {
    files.add(new File(path, language, namespace, lineStarts, length));
    String name = path.substring(path.lastIndexOf('/') + 1);
    symbols.add(
        new Symbol(
            files.size() - 1, SymbolKind.FILE, name, "", -1, 0, 0, 0, 0, length, Modifiers.NONE));
    return symbols.size() - 1;
  }

  /** The blocks of this model, linked. */
  public CodeGraph link() {
    return link(new StringInterner());
  }

  /**
   * The blocks of this model, linked with names that {@code names} may have seen before in any
   * order.
   */
  public CodeGraph link(StringInterner names) {
    return CodeGraph.link(blocks(names), names, new Cancellation());
  }

  /** The blocks of this model. */
  public List<FileBlock> blocks(StringInterner names) {
    var blocks = new ArrayList<FileBlock>();
    for (int file = 0; file < files.size(); file++) {
      blocks.add(block(file, names));
    }
    return blocks;
  }

  /** The first symbol of a file. */
  public int firstSymbol(int file) {
    int symbol = 0;
    while (symbol < symbols.size() && symbols.get(symbol).file() < file) {
      symbol++;
    }
    return symbol;
  }

  private FileBlock block(int number, StringInterner names) {
    File file = files.get(number);
    int first = firstSymbol(number);
    int[] starts = file.lineStarts().stream().mapToInt(Integer::intValue).toArray();
    var builder =
        new FileBlock.Builder(
            file.path(),
            file.language(),
            names.intern(file.namespace()),
            LineTable.of(starts, file.length()),
            contentHashes.getOrDefault(number, 31L * number),
            file.length());
    for (int i = first; i < symbols.size() && symbols.get(i).file() == number; i++) {
      Symbol symbol = symbols.get(i);
      builder.symbol(
          symbol.kind(),
          names.intern(symbol.name()),
          symbol.container() < 0 ? -1 : symbol.container() - first,
          symbol.nameStart(),
          symbol.nameEnd(),
          symbol.start(),
          symbol.bodyStart(),
          symbol.end(),
          symbol.modifiers(),
          names.intern(symbol.disambiguator()));
    }
    for (Occurrence occurrence : occurrences) {
      if (symbols.get(occurrence.enclosing()).file() == number) {
        int targetFile = symbols.get(occurrence.target()).file();
        builder.occurrence(
            occurrence.enclosing() - first,
            occurrence.start(),
            occurrence.end(),
            targetFile,
            occurrence.target() - firstSymbol(targetFile),
            occurrence.role(),
            occurrence.evidence());
      }
    }
    for (Supertype pair : supertypes) {
      if (symbols.get(pair.subtype()).file() == number) {
        int targetFile = symbols.get(pair.supertype()).file();
        builder.supertype(
            pair.subtype() - first, targetFile, pair.supertype() - firstSymbol(targetFile));
      }
    }
    LinkCounts left = counts.getOrDefault(number, new LinkCounts(number, 2 * number, 3 * number));
    builder.counts(left.unresolvedReferences(), left.droppedCandidates(), left.syntaxErrors());
    return builder.build();
  }
}
