package dev.sextant.lang.classfile;

import java.io.Serial;

/** Says that bytes are no class file that can be read; the message has the reason. */
final class MalformedClassException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  MalformedClassException(String message) {
    super(message);
  }

  MalformedClassException(String message, Throwable cause) {
    super(message, cause);
  }
}
