package dev.sextant.graph.columns;

import java.io.IOException;

/** A file is not read; the message names it and says why. */
public final class RefusedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final RefusalCause refusal;
  private final String reason;

  /** A refusal with a message fit for a person. */
  public RefusedFileException(RefusalCause refusal, String message) {
    super(message);
    this.refusal = refusal;
    reason = message;
  }

  /** Why, for a person: the message. */
  public String reason() {
    return reason;
  }

  /** Why, for programs. */
  public RefusalCause refusal() {
    return refusal;
  }
}
