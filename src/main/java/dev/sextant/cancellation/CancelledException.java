package dev.sextant.cancellation;

/** Thrown by work that stopped because its {@link Cancellation} asked it to. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reports the cause given to {@link Cancellation#cancel}. */
  public CancelledException(String cause) {
    super("cancelled: " + cause, null, false, false);
  }
}
