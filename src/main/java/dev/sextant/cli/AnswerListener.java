package dev.sextant.cli;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first whole message of a connection, or its end.
 *
 * <p><b>Threads:</b> called by the connection's thread, one call at a time; the answer may be
 * waited for by any.
 */
final class AnswerListener implements WebSocket.Listener {
  /** What the other side did. */
  sealed interface Reply permits Text, Closed {}

  /** It sent a message. */
  record Text(String text) implements Reply {}

  /** It closed the connection. */
  record Closed(int code, String reason) implements Reply {}

  private final CompletableFuture<Reply> answer = new CompletableFuture<>();
  private final StringBuilder parts = new StringBuilder();

  /** Completes with the reply, or with the failure of the connection. */
  CompletableFuture<Reply> answer() {
    return answer;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      answer.complete(new Text(parts.toString()));
      parts.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    answer.complete(new Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    answer.completeExceptionally(failure);
  }
}
