package dev.sextant.graph;

import dev.sextant.source.LineTable;

/** Stand-in. */
public final class FileBlock {
  private FileBlock() {}

  /** Stand-in. */
  public static final class Builder {
    /** Stand-in. */
    public Builder(
        String path,
        String language,
        int namespaceNameId,
        LineTable lines,
        long contentHash,
        int sizeBytes) {}

    /** Stand-in. */
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
      return 0;
    }

    /** Stand-in. */
    public FileBlock build() {
      return new FileBlock();
    }
  }
}
