package dev.sextant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request to a running service, on a connection of its own.
 *
 * <p><b>Threads:</b> confined to its caller, who is blocked until the answer is there.
 */
final class ServiceClient {
  private static final int TOO_BUSY = -32011;
  private static final int CLOSED_TOO_MANY = 1013;
  private static final Duration CONNECT_WAIT = Duration.ofSeconds(5);
  // A little more than the longest deadline that the service grants.
  private static final Duration ANSWER_WAIT = Duration.ofMinutes(11);

  private final URI address;
  private final ObjectMapper mapper = new ObjectMapper();

  ServiceClient(URI address) {
    this.address = address;
  }

  /**
   * Sends the request and answers its result.
   *
   * <p><b>Errors:</b> {@link CommandFailure} for an error answer (busy: {@link ExitCode#BUSY}), and
   * {@link ExitCode#UNREACHABLE} when nobody answers there.
   */
  JsonNode request(String method, JsonNode parameters) throws CommandFailure {
    ObjectNode request =
        mapper.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
    request.set("params", parameters);
    AnswerListener listener = new AnswerListener();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WAIT).build()) {
      WebSocket socket =
          await(
              http.newWebSocketBuilder().connectTimeout(CONNECT_WAIT).buildAsync(address, listener),
              CONNECT_WAIT.multipliedBy(2),
              "connect to");
      try {
        CompletableFuture<WebSocket> sent = socket.sendText(request.toString(), true);
        await(sent, CONNECT_WAIT, "send to");
        return result(await(listener.answer(), ANSWER_WAIT, "get an answer from"));
      } finally {
        // The answer is all that was wanted of this connection.
        socket.abort();
        http.shutdownNow();
      }
    }
  }

  private JsonNode result(AnswerListener.Reply reply) throws CommandFailure {
    return switch (reply) {
      case AnswerListener.Closed closed ->
          throw new CommandFailure(
              closed.code() == CLOSED_TOO_MANY ? ExitCode.BUSY : ExitCode.FAILED,
              "%s closed the connection without an answer: %d %s"
                  .formatted(address, closed.code(), closed.reason()));
      case AnswerListener.Text text -> result(parse(text.text()));
    };
  }

  private static JsonNode result(JsonNode answer) throws CommandFailure {
    JsonNode error = answer.path("error");
    if (error.isMissingNode()) {
      return answer.path("result");
    }
    int code = error.path("code").asInt();
    String advice = error.path("data").path("advice").asText();
    throw new CommandFailure(
        code == TOO_BUSY ? ExitCode.BUSY : ExitCode.FAILED,
        "%s (%d %s)%s"
            .formatted(
                error.path("message").asText(),
                code,
                error.path("data").path("kind").asText("error"),
                advice.isEmpty() ? "" : ": " + advice));
  }

  private JsonNode parse(String text) throws CommandFailure {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException unreadable) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "%s did not answer with JSON: %s".formatted(address, unreadable.getOriginalMessage()));
    }
  }

  private <T> T await(CompletableFuture<T> future, Duration longest, String doing)
      throws CommandFailure {
    try {
      return future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw unreachable(doing, "no response within " + longest.toSeconds() + " s");
    } catch (ExecutionException failed) {
      throw unreachable(doing, String.valueOf(failed.getCause()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "interrupted while waiting for " + address);
    }
  }

  private CommandFailure unreachable(String doing, String cause) {
    return new CommandFailure(
        ExitCode.UNREACHABLE,
        "cannot %s the service at %s: %s; start it with: sextant serve PATH"
            .formatted(doing, address, cause));
  }
}
