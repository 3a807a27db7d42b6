package dev.sextant.source;

/** Stand-in. */
public final class SourceTreeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SourceTreeException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Stand-in. */
  public Kind kind() {
    return kind;
  }

  /** Stand-in. */
  public enum Kind {
    /** Nothing is there. */
    ROOT_MISSING,
    /** Something else than a folder is there. */
    ROOT_NOT_A_FOLDER,
    /** The folder cannot be read. */
    ROOT_UNREADABLE,
    /** There are more files than the settings allow. */
    TOO_MANY_FILES
  }
}
