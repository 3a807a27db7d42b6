package dev.sextant.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that writes a file of its own in a workspace and asks for what it wrote with {@code
 * freshness.sync}, again and again: an answer that is marked {@code met} and lacks what was written
 * before the question is a violation.
 *
 * <p><b>Threads:</b> one of its own; all methods may be called from any.
 */
final class FreshnessWitness implements AutoCloseable {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int WAIT_MILLIS = 15_000;

  private final RpcClient client;
  private final String workspace;
  private final Path file;
  private final Thread thread;
  private final AtomicInteger met = new AtomicInteger();
  private final AtomicInteger notMet = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
  private volatile boolean ends;
  private long generation;

  private FreshnessWitness(RpcClient client, String workspace, Path file) {
    this.client = client;
    this.workspace = workspace;
    this.file = file;
    this.thread = Thread.ofPlatform().name("witness").unstarted(this::ask);
  }

  /**
   * Begins to ask.
   *
   * @param workspace the root as the service knows it
   * @param root the same folder as this process knows it
   */
  static FreshnessWitness of(URI address, Path workspace, Path root) {
    FreshnessWitness witness =
        new FreshnessWitness(
            RpcClient.connect(address), workspace.toString(), root.resolve("Witness.java"));
    witness.thread.start();
    return witness;
  }

  /** Waits until so many more answers were marked {@code met}. */
  void untilMet(int more) {
    int wanted = met.get() + more;
    while (met.get() < wanted && thread.isAlive()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waits until one more answer was not marked {@code met}. */
  void untilNotMet() {
    int wanted = notMet.get() + 1;
    while (notMet.get() < wanted && thread.isAlive()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** How many answers were marked {@code met}. */
  int met() {
    return met.get();
  }

  /** How many were not, those included that were errors. */
  int notMet() {
    return notMet.get();
  }

  /** What was wrong with answers that were marked {@code met}. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  private void ask() {
    try {
      for (int round = 0; !ends; round++) {
        ask(round);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (AssertionError gone) {
      violations.add("no answer: " + gone.getMessage());
    }
  }

  private void ask(int round) {
    String name = "Witness" + round;
    String text = "class %s {}".formatted(name);
    boolean written = write(text);
    JsonNode answer = answer(name);
    JsonNode meta = answer.path("result").path("meta");
    if (!meta.path("freshness").asText().equals("met")) {
      notMet.incrementAndGet();
      return;
    }
    met.incrementAndGet();
    if (meta.path("generation").asLong() < generation) {
      violations.add("generation " + generation + " was served before " + answer);
    }
    generation = meta.path("generation").asLong();
    if (!written && !Files.exists(file.getParent())) {
      violations.add("met although there is no root: " + answer);
    }
    // The tree may have been exchanged since it was written.
    if (written
        && read().equals(text)
        && !answer.at("/result/items/0/name").asText().equals(name)) {
      violations.add(name + " is missing in " + answer);
    }
  }

  private boolean write(String text) {
    try {
      Files.writeString(file, text);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }

  private JsonNode answer(String name) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("jsonrpc", "2.0").put("id", name).put("method", "symbol/search");
    ObjectNode params = request.putObject("params");
    params.put("workspace", workspace).put("query", name).put("mode", "exact");
    params.putObject("freshness").put("sync", true).put("waitMs", WAIT_MILLIS);
    client.send(request.toString());
    return client.nextJson();
  }
}
