import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a service, for one request at a time. Ends the program when one is not answered.
 *
 * <p><b>Threads:</b> calls come from one thread; events may be waited for by another.
 */
final class Client {
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final WebSocket socket;

  Client(int port) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/rpc"), new Listener())
            .join();
  }

  /** The answer to a request with {@code params}, which is the inside of a JSON object. */
  String call(String method, String params) throws InterruptedException {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s,\"deadlineMs\":600000}}"
            .formatted(method, params);
    socket.sendText(request, true).join();
    String answer = answers.poll(600, TimeUnit.SECONDS);
    if (answer == null || answer.contains("\"error\":{")) {
      fail(method, String.valueOf(answer));
    }
    return answer;
  }

  /** Drops the notifications that came so far. */
  void forgetEvents() {
    events.clear();
  }

  /** The next notification. */
  String event() throws InterruptedException {
    String event = events.poll(60, TimeUnit.SECONDS);
    if (event == null) {
      fail("waiting for an event", "none came");
    }
    return event;
  }

  /** Says what went wrong, and ends the program. */
  static void fail(String what, String answer) {
    System.err.println(what + ": " + answer);
    System.exit(1);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String frame = partial.toString();
        partial.setLength(0);
        (frame.contains("\"method\":\"workspace/event\"") ? events : answers).add(frame);
      }
      from.request(1);
      return null;
    }
  }
}
