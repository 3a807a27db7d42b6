package dev.sextant.rpc;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The answer to a batch: one array, sent when the last of its requests is answered.
 *
 * <p>Answers together stay within the bound of one answer; one that does not fit becomes an error.
 *
 * <p><b>Threads:</b> thread-safe; {@code joined} and {@code missing} are guarded by {@code this}.
 */
final class BatchAnswer implements AnswerSink {
  private final JsonText json;
  private final int maxBytes;
  private final Consumer<String> whenComplete;

  @GuardedBy("this")
  private final StringBuilder joined = new StringBuilder("[");

  @GuardedBy("this")
  private long bytes;

  @GuardedBy("this")
  private int missing;

  /** A batch of which {@code expected} elements are answered. */
  BatchAnswer(JsonText json, int maxBytes, int expected, Consumer<String> whenComplete) {
    this.json = json;
    this.maxBytes = maxBytes;
    this.missing = expected;
    this.whenComplete = whenComplete;
  }

  @Override
  public void answer(RequestId id, Supplier<String> text) {
    String answer = text.get();
    long size = JsonSize.ofUtf8(answer);
    String whole = "";
    synchronized (this) {
      String fitting = bytes + size <= maxBytes ? answer : json.answer(id, tooMuch());
      bytes += fitting.equals(answer) ? size : 0;
      joined.append(joined.length() > 1 ? "," : "").append(fitting);
      missing--;
      if (missing == 0) {
        whole = joined.append(']').toString();
      }
    }
    if (!whole.isEmpty()) {
      whenComplete.accept(whole);
    }
  }

  private RpcError tooMuch() {
    return RpcError.of(
            RpcErrorKind.TOO_BROAD,
            "the answers of the batch exceed %d bytes together: send fewer requests at once"
                .formatted(maxBytes))
        .with("limit", maxBytes);
  }
}
