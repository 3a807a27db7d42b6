package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The bytes that the lists of one answer may still take, so that an answer is cut at a whole item.
 *
 * <p><b>Threads:</b> confined to the request's thread.
 */
public final class AnswerBudget {
  private long leftBytes;

  AnswerBudget(long bytes) {
    this.leftBytes = bytes;
  }

  /** Charges {@code item} if it fits, and says whether it did; once one did not, none does. */
  public boolean charge(JsonNode item) {
    long bytes = JsonSize.upTo(item, leftBytes) + 1;
    if (bytes > leftBytes) {
      leftBytes = 0;
      return false;
    }
    leftBytes -= bytes;
    return true;
  }
}
