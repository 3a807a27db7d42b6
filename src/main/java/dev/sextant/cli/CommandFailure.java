package dev.sextant.cli;

/** A command that cannot do what was asked; the message is what the user reads. */
final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the process ends with. */
  ExitCode exitCode() {
    return exitCode;
  }
}
