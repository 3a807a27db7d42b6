package dev.sextant.scip;

import java.nio.file.Path;

/** A file that should be a SCIP index cannot be read as one; the message names it. */
public final class UnusableIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableIndexException(Path file, String reason) {
    super(
        "the SCIP index %s cannot be used: %s; make it again, or load without it"
            .formatted(file, reason));
  }
}
