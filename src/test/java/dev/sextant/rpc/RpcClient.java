package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client with an inbox; its text frames and its close are read from one queue. */
public final class RpcClient implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 20;

  private final HttpClient http;
  private final WebSocket socket;
  private final Inbox inbox;

  private RpcClient(HttpClient http, WebSocket socket, Inbox inbox) {
    this.http = http;
    this.socket = socket;
    this.inbox = inbox;
  }

  /** Connects and reads all that comes. */
  public static RpcClient connect(URI uri) {
    return connect(uri, Long.MAX_VALUE, "");
  }

  /** Connects and reads no more than {@code frames} until {@link #readOn}. */
  static RpcClient connectReading(URI uri, long frames) {
    return connect(uri, frames, "");
  }

  /** Connects as a browser's page of {@code origin} would. */
  static RpcClient connectFrom(URI uri, String origin) {
    return connect(uri, Long.MAX_VALUE, origin);
  }

  private static RpcClient connect(URI uri, long frames, String origin) {
    HttpClient http = HttpClient.newHttpClient();
    Inbox inbox = new Inbox(frames);
    WebSocket.Builder builder =
        http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    return new RpcClient(http, builder.buildAsync(uri, inbox).join(), inbox);
  }

  /** Sends one text frame. */
  void send(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends one text frame and does not wait until it has left. */
  CompletionStage<WebSocket> sendLater(String text) {
    return socket.sendText(text, true);
  }

  /** The next frame, or {@code close CODE}. */
  String next() {
    try {
      String frame = inbox.frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing came for " + PATIENCE_SECONDS + " seconds");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next frame as JSON. */
  JsonNode nextJson() {
    return json(next());
  }

  /** Reads what comes from now on. */
  void readOn() {
    socket.request(Long.MAX_VALUE);
  }

  /** Cuts the connection without a close frame. */
  void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  /** The tree of {@code text}. */
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (java.io.IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final long initial;

    Inbox(long initial) {
      this.initial = initial;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
      if (initial > 0) {
        webSocket.request(initial);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        frames.add(partial.toString());
        partial.setLength(0);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      frames.add("close " + code);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      frames.add("error " + error);
    }
  }
}
