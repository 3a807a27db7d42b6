package dev.sextant.scip;

import dev.sextant.cancellation.Cancellation;
import java.nio.file.Path;
import java.util.List;

/**
 * An index of the SCIP protocol as far as linking asks for it: where symbols are defined and used.
 *
 * <p>Symbols are numbered through; a local one has a number of its own in every document.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @param projectRoot the root that the paths of the documents are relative to, as written
 * @param documents the documents, in the order of the index
 * @param symbols the symbols by number, as written
 * @param modifiedNanos when the file was last written, in nanoseconds since the epoch
 */
public record ScipIndex(
    String projectRoot, List<ScipDocument> documents, List<String> symbols, long modifiedNanos) {
  private static final String LOCAL = "local ";

  /** Copies the lists. */
  public ScipIndex {
    documents = List.copyOf(documents);
    symbols = List.copyOf(symbols);
  }

  /**
   * Reads {@code file}, which is not trusted.
   *
   * <p><b>Cost:</b> linear in the file; keeps some 20 bytes an occurrence, and each symbol once.
   *
   * <p><b>Errors:</b> {@link UnusableIndexException} when it is missing, too large or malformed.
   */
  public static ScipIndex read(Path file, Cancellation cancellation) {
    return new IndexReader(file, cancellation).read();
  }

  /** Whether a symbol belongs to one document only. */
  public boolean isLocal(int symbol) {
    return symbols.get(symbol).startsWith(LOCAL);
  }

  /** The package that a symbol belongs to, as written; empty for a local one. */
  public String packageOf(int symbol) {
    return isLocal(symbol) ? "" : SymbolName.packageOf(symbols.get(symbol));
  }

  /** The simple name that a symbol ends with; empty for a local one and for what is malformed. */
  public String name(int symbol) {
    return isLocal(symbol) ? "" : SymbolName.of(symbols.get(symbol));
  }
}
