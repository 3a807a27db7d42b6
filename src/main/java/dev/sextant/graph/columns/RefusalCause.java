package dev.sextant.graph.columns;

/** Why a file is not read. */
public enum RefusalCause {
  /** The system does not let it be read. */
  UNREADABLE("unreadable"),
  /** It is something else. */
  FOREIGN("foreign"),
  /** An earlier version wrote it. */
  OLDER_VERSION("olderVersion"),
  /** A later version wrote it. */
  NEWER_VERSION("newerVersion"),
  /** Its numbers have other meanings. */
  OTHER_VOCABULARY("otherVocabulary"),
  /** It stops before its end. */
  TORN("torn"),
  /** Some of its bytes are not those that were written. */
  DAMAGED("damaged"),
  /** It is larger than its reader allows. */
  TOO_LARGE("tooLarge"),
  /** It is sound, but was made of something else. */
  OTHER_ORIGIN("otherOrigin");

  private final String wireName;

  RefusalCause(String wireName) {
    this.wireName = wireName;
  }

  /** The name of this cause in messages and data. */
  public String wireName() {
    return wireName;
  }
}
