package dev.sextant.lang;

import java.io.Serial;

/** Says that bytes are no library this program can open; the message has the reason. */
public final class LibraryFormatException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  LibraryFormatException(String message) {
    super(message);
  }

  LibraryFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
