package dev.sextant.index;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.resolve.Declarations;
import dev.sextant.scip.ScipDocument;
import dev.sextant.scip.ScipIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an index that a compiler made says of the files that are as they were when it was made.
 *
 * <p>A symbol of the index is the declaration on whose name its definition lies, exactly, if it has
 * that name. All that the index claims beyond that is left aside.
 *
 * <p><b>Threads:</b> filled by one thread, then immutable.
 */
final class Coverage {
  // By these names a constructor goes, where it does not have the one of its type.
  private static final Set<String> CONSTRUCTORS =
      Set.of("<init>", "<constructor>", "constructor", "__init__", "new");

  // Overloads of a function that share a symbol, and what is declared in parts.
  private static final int MOST_DECLARATIONS = 16;

  private final ScipIndex index;
  private final Declarations declarations;
  private final @Nullable ScipFile[] files;
  // The packages of what the index defines: all others lie outside of what was indexed.
  private final Set<String> ownPackages = new HashSet<>();
  // symbol << 32 | declaration, ascending: the declarations that a symbol is.
  private long[] pairs = new long[64];
  private int pairCount;

  private Coverage(ScipIndex index, Declarations declarations) {
    this.index = index;
    this.declarations = declarations;
    files = new @Nullable ScipFile[declarations.fileCount()];
  }

  /** What {@code index} says of the files that {@code documents} gives a document of. */
  static Coverage of(
      ScipIndex index,
      ScipMatches documents,
      Declarations declarations,
      Cancellation cancellation) {
    var coverage = new Coverage(index, declarations);
    for (ScipDocument document : index.documents()) {
      for (int occurrence = 0; occurrence < document.count(); occurrence++) {
        if (document.isDefinition(occurrence)) {
          coverage.ownPackages.add(index.packageOf(document.symbol(occurrence)));
        }
      }
    }
    for (int file = 0; file < coverage.files.length; file++) {
      cancellation.check();
      ScipDocument document = documents.of(file);
      if (document != null) {
        ExtractedFile extracted = documents.file(file);
        coverage.define(file, extracted, document);
        coverage.files[file] = ScipFile.of(document, extracted);
      }
    }
    coverage.pairs = Arrays.copyOf(coverage.pairs, coverage.pairCount);
    Arrays.sort(coverage.pairs);
    return coverage;
  }

  /** What is said of a file; absent when the index does not know it as it is. */
  @Nullable ScipFile of(int file) {
    return files[file];
  }

  /** Whether the symbol is that declaration. */
  boolean isDeclaration(int symbol, int declaration) {
    return Arrays.binarySearch(pairs, (long) symbol << 32 | declaration) >= 0;
  }

  /** Hands over the declarations that a symbol is, in their order; never many. */
  void declarations(int symbol, IntConsumer each) {
    int found = Arrays.binarySearch(pairs, (long) symbol << 32);
    int first = found < 0 ? -found - 1 : found;
    for (int at = first; at < Math.min(pairs.length, first + MOST_DECLARATIONS); at++) {
      if ((int) (pairs[at] >>> 32) != symbol) {
        return;
      }
      each.accept((int) pairs[at]);
    }
  }

  /**
   * Whether a symbol that is no declaration cannot be {@code declaration} either: it is local, or
   * of a package of which the index defines nothing, although it knows the file of the declaration.
   */
  boolean isElsewhere(int symbol, int declaration) {
    return files[declarations.fileOf(declaration)] != null
        && (index.isLocal(symbol) || !ownPackages.contains(index.packageOf(symbol)));
  }

  private void define(int file, ExtractedFile extracted, ScipDocument document) {
    FileFacts facts = declarations.facts(file);
    var names = new long[facts.declarationCount()];
    for (int local = 0; local < names.length; local++) {
      names[local] = (long) facts.nameStart(local) << 32 | local;
    }
    Arrays.sort(names);
    for (int occurrence = 0; occurrence < document.count(); occurrence++) {
      if (document.isDefinition(occurrence)) {
        long place = document.place(occurrence, extracted.lines());
        if (place == 0) {
          add(document.symbol(occurrence), declarations.declaration(file, 0));
        } else if (place > 0) {
          define(file, document.symbol(occurrence), place, names);
        }
      }
    }
  }

  private void define(int file, int symbol, long place, long[] names) {
    FileFacts facts = declarations.facts(file);
    int start = (int) (place >>> 32);
    int at = Arrays.binarySearch(names, (long) start << 32);
    for (at = at < 0 ? -at - 1 : at; at < names.length; at++) {
      int local = (int) names[at];
      if (facts.nameStart(local) != start) {
        return;
      }
      if (facts.nameEnd(local) == (int) place && isNamed(symbol, file, local)) {
        add(symbol, declarations.declaration(file, local));
      }
    }
  }

  private boolean isNamed(int symbol, int file, int local) {
    if (index.isLocal(symbol)) {
      return true;
    }
    FileFacts facts = declarations.facts(file);
    String claimed = index.name(symbol);
    String own = facts.string(facts.name(local));
    // Homonyms are numbered behind a plus.
    return claimed.equals(own)
        || claimed.startsWith(own + "+")
        || facts.kind(local) == SymbolKind.CONSTRUCTOR
        || (facts.kind(local).isType() && CONSTRUCTORS.contains(claimed));
  }

  private void add(int symbol, int declaration) {
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * pairCount);
    }
    pairs[pairCount++] = (long) symbol << 32 | declaration;
  }
}
