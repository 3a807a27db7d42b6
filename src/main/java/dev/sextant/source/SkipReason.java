package dev.sextant.source;

/** Why a source file is not part of the graph although it was listed. */
public enum SkipReason {
  /** It holds a NUL byte. */
  BINARY("binary", "The file holds a NUL byte and is taken for binary"),
  /** Its bytes are not UTF-8. */
  NOT_UTF8("notUtf8", "The file is not valid UTF-8"),
  /** It is larger than the cap. */
  TOO_LARGE("tooLarge", "The file is larger than the configured limit"),
  /** Reading it failed. */
  UNREADABLE("unreadable", "The file could not be read"),
  /** It was deleted after it was listed. */
  VANISHED("vanished", "The file was deleted before it was read"),
  /** It is a symbolic link, or lies behind one that leaves the root. */
  LINK("link", "The file is a symbolic link or lies outside the root"),
  /** It is a folder, a pipe, a socket or a device. */
  NOT_A_FILE("notAFile", "The path does not name a regular file"),
  /** Parsing it took the process down before. */
  QUARANTINED("quarantined", "Parsing the file ended the process before, so it is left out"),
  /** Parsing it took longer than allowed. */
  PARSE_BUDGET("parseBudget", "Parsing the file took longer than its time budget");

  private final String wireName;
  private final String sentence;

  SkipReason(String wireName, String sentence) {
    this.wireName = wireName;
    this.sentence = sentence;
  }

  /** The stable name clients see, in camel case. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for people, without a full stop. */
  public String sentence() {
    return sentence;
  }
}
