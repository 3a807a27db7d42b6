package dev.sextant.source;

/** The files below a root could not be listed or read at all; the message says what to do. */
public final class SourceTreeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SourceTreeException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  SourceTreeException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The ways in which a root is no use. */
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
