package dev.sextant.graph;

import dev.sextant.source.LineTable;
import dev.sextant.source.Range;
import java.util.Arrays;

/**
 * What linking one source file produces: its symbols, its occurrences, and what its types and
 * methods extend, implement and override.
 *
 * <p>Symbols have local ordinals, in pre-order; local ordinal 0 is the file itself. Targets are
 * named by the index of their block in the list that is linked, and their local ordinal there.
 * Names are ids of the build's {@link StringInterner}.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class FileBlock {
  final SymbolColumns symbols;
  final int[] firstOccurrence;
  final OccurrenceColumns occurrences;
  final int[] supertypes; // triples: local symbol, target file, target symbol

  private final String path;
  private final String language;
  private final int namespaceNameId;
  private final LineTable lines;
  private final long contentHash;
  private final int sizeBytes;
  private final LinkCounts counts;

  private FileBlock(Builder builder) {
    path = builder.path;
    language = builder.language;
    namespaceNameId = builder.namespaceNameId;
    lines = builder.lines;
    contentHash = builder.contentHash;
    sizeBytes = builder.sizeBytes;
    counts = builder.counts;
    symbols = builder.symbols;
    symbols.resize(symbols.count);
    firstOccurrence = new int[symbols.count + 1];
    occurrences = builder.occurrences.sortedByEnclosing(firstOccurrence);
    supertypes = Arrays.copyOf(builder.supertypes, builder.supertypeInts);
  }

  /** The path of the file inside its workspace, {@code /}-separated. */
  public String path() {
    return path;
  }

  /** The id of the file's language, such as {@code java}. */
  public String language() {
    return language;
  }

  /** The name id of the package or module the file belongs to; its text may be empty. */
  public int namespaceNameId() {
    return namespaceNameId;
  }

  /** Where the lines of the file start. */
  public LineTable lines() {
    return lines;
  }

  /** The hash of the file's bytes. */
  public long contentHash() {
    return contentHash;
  }

  /** How many bytes the file has. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** What linking left out. */
  public LinkCounts counts() {
    return counts;
  }

  /** How many symbols the file has; at least one. */
  public int symbolCount() {
    return symbols.count;
  }

  /** How many occurrences the file has. */
  public int occurrenceCount() {
    return occurrences.count;
  }

  /** The kind of a local symbol. */
  public SymbolKind kind(int localSymbol) {
    return symbols.kind(localSymbol);
  }

  /** The name id of a local symbol. */
  public int nameId(int localSymbol) {
    return symbols.name[localSymbol];
  }

  /** The local ordinal of what contains a local symbol, or -1 for the file. */
  public int container(int localSymbol) {
    return symbols.container[localSymbol];
  }

  /** Where the name of a local symbol stands. */
  public Range nameRange(int localSymbol) {
    return lines.range(symbols.nameStart[localSymbol], symbols.nameEnd(localSymbol));
  }

  /**
   * Collects the columns of one file; {@link #build} may be called once.
   *
   * <p>All offsets are UTF-16 units in the file.
   *
   * <p><b>Threads:</b> confined to its creating thread.
   */
  public static final class Builder {
    private final String path;
    private final String language;
    private final int namespaceNameId;
    private final LineTable lines;
    private final long contentHash;
    private final int sizeBytes;
    private final SymbolColumns symbols = new SymbolColumns(16);
    private final OccurrenceColumns occurrences = new OccurrenceColumns(32);
    private int[] supertypes = new int[0];
    private int supertypeInts;
    private LinkCounts counts = LinkCounts.NONE;

    /**
     * Starts the block of one file; {@code namespaceNameId} is the id of its package or module
     * path, or of "".
     */
    public Builder(
        String path,
        String language,
        int namespaceNameId,
        LineTable lines,
        long contentHash,
        int sizeBytes) {
      this.path = path;
      this.language = language;
      this.namespaceNameId = namespaceNameId;
      this.lines = lines;
      this.contentHash = contentHash;
      this.sizeBytes = sizeBytes;
    }

    /**
     * Adds a symbol and answers its local ordinal. The first one is the file itself, without a
     * container; every other one has a container that was added before. {@code bodyStart} is where
     * the signature ends, or {@code end} when there is no body; {@code disambiguatorNameId} tells
     * overloads apart, and is the id of "" for what is not overloaded.
     */
    public int symbol(
        SymbolKind kind,
        int nameId,
        int container,
        int nameStart,
        int nameEnd,
        int start,
        int bodyStart,
        int end,
        int modifiers,
        int disambiguatorNameId) {
      int ordinal = symbols.count;
      checkPlace(kind, container, ordinal);
      checkOffsets(nameStart, nameEnd);
      checkOffsets(start, bodyStart);
      checkOffsets(bodyStart, end);
      if (modifiers >>> Modifiers.BITS != 0) {
        throw new IllegalArgumentException(
            "adding a symbol to "
                + path
                + ": modifiers "
                + modifiers
                + " use more than "
                + Modifiers.BITS
                + " bits");
      }
      if (ordinal == symbols.name.length) {
        symbols.resize(2 * ordinal);
      }
      symbols.name[ordinal] = nameId;
      symbols.disambiguator[ordinal] = disambiguatorNameId;
      symbols.container[ordinal] = container;
      symbols.nameStart[ordinal] = nameStart;
      symbols.nameLength[ordinal] = (short) Math.min(nameEnd - nameStart, SymbolColumns.MAX_LENGTH);
      symbols.start[ordinal] = start;
      symbols.bodyStart[ordinal] = bodyStart;
      symbols.end[ordinal] = end;
      symbols.kindAndModifiers[ordinal] = SymbolColumns.pack(kind, modifiers);
      symbols.count++;
      return ordinal;
    }

    /**
     * Adds one use of a symbol at {@code start .. end}, inside the body or signature of {@code
     * enclosingLocalSymbol}. A reference with several possible targets is one occurrence for each,
     * at the same place.
     */
    public void occurrence(
        int enclosingLocalSymbol,
        int start,
        int end,
        int targetFile,
        int targetLocalSymbol,
        Role role,
        Evidence evidence) {
      checkSymbol(enclosingLocalSymbol);
      checkOffsets(start, end);
      occurrences.add(
          enclosingLocalSymbol,
          start,
          end - start,
          targetFile,
          targetLocalSymbol,
          OccurrenceColumns.pack(role, evidence));
    }

    /** Says that a symbol of this file extends, implements or overrides another. */
    public void supertype(int localSymbol, int targetFile, int targetLocalSymbol) {
      checkSymbol(localSymbol);
      if (supertypeInts == supertypes.length) {
        supertypes = Arrays.copyOf(supertypes, Math.max(12, 2 * supertypeInts));
      }
      supertypes[supertypeInts++] = localSymbol;
      supertypes[supertypeInts++] = targetFile;
      supertypes[supertypeInts++] = targetLocalSymbol;
    }

    /** Says what linking left out. */
    public void counts(int unresolvedReferences, int droppedCandidates, int syntaxErrors) {
      counts = new LinkCounts(unresolvedReferences, droppedCandidates, syntaxErrors);
    }

    /** The block; this builder must not be used any more. */
    public FileBlock build() {
      if (symbols.count == 0) {
        throw new IllegalStateException(
            "building the block of " + path + ": it has no symbol; add the file's own first");
      }
      return new FileBlock(this);
    }

    private void checkPlace(SymbolKind kind, int container, int ordinal) {
      boolean isFile = kind == SymbolKind.FILE;
      boolean placed =
          ordinal == 0
              ? isFile && container == -1
              : !isFile && container >= 0 && container < ordinal;
      if (!placed || !kind.isGraphSymbol()) {
        throw new IllegalArgumentException(
            "adding symbol "
                + ordinal
                + " ("
                + kind
                + ", container "
                + container
                + ") to "
                + path
                + ": the file comes first, then kinds that a graph holds, each after its container");
      }
    }

    private void checkOffsets(int start, int end) {
      if (start < 0 || end < start || end > lines.utf16Length()) {
        throw new IllegalArgumentException(
            "adding "
                + start
                + " .. "
                + end
                + " to "
                + path
                + ": not within its "
                + lines.utf16Length()
                + " units");
      }
    }

    private void checkSymbol(int localSymbol) {
      if (localSymbol < 0 || localSymbol >= symbols.count) {
        throw new IllegalArgumentException(
            "adding to symbol " + localSymbol + " of " + path + ", which has " + symbols.count);
      }
    }
  }
}
