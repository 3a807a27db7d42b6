package dev.sextant.syntax;

/** Thrown when the native grammar library is not there or does not fit this machine. */
public final class SyntaxLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SyntaxLibraryException(String message) {
    super(message);
  }

  SyntaxLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
