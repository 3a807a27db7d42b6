package dev.sextant.cli;

/** What a command tells the shell; the numbers are those of {@code sysexits.h} where it has one. */
public enum ExitCode {
  /** What was asked for was done. */
  DONE(0),
  /** It was tried and failed; standard error says why. */
  FAILED(1),
  /** The arguments cannot be used. */
  USAGE(2),
  /** No service answers at the address. */
  UNREACHABLE(69),
  /** The service is too busy; the same command may succeed later. */
  BUSY(75);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
