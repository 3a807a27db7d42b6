package dev.sextant.lang.typescript.project;

import java.io.Serial;

/** A text is no JSON; the message says what is missing where. */
public final class MalformedJsonException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  MalformedJsonException(String message) {
    super(message);
  }
}
