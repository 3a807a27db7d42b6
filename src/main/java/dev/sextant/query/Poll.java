package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;

/**
 * Counts the items of one call and looks at its cancellation every {@value #ITEMS} of them.
 *
 * <p><b>Threads:</b> confined to the call.
 */
final class Poll {
  static final int ITEMS = 1024;

  private final Cancellation cancellation;
  private int items;

  Poll(Cancellation cancellation) {
    this.cancellation = cancellation;
    cancellation.check();
  }

  /** Counts one item; throws when the call was cancelled. */
  void item() {
    items++;
    if (items % ITEMS == 0) {
      cancellation.check();
    }
  }
}
