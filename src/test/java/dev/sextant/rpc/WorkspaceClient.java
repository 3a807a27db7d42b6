package dev.sextant.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A client that asks about one workspace, one question after the other. */
final class WorkspaceClient implements AutoCloseable {
  private static final int WAIT_MILLIS = 15_000;

  private final RpcClient client;
  private final Path root;

  private WorkspaceClient(RpcClient client, Path root) {
    this.client = client;
    this.root = root;
  }

  static WorkspaceClient of(URI address, Path root) {
    return new WorkspaceClient(RpcClient.connect(address), root);
  }

  /** Loads it, and waits until its watch has begun in that mode. */
  void loadWatchedBy(String mode) {
    JsonNode _ = call("workspace/load", root("root").put("rootMode", "workspaceFolder"));
    until(status -> status.path("watch").asText().equals(mode));
  }

  void unload() {
    JsonNode _ = call("workspace/unload", root("workspace"));
  }

  JsonNode status() {
    return call("workspace/status", root("workspace"));
  }

  /** Asks for the status until it is so. */
  void until(Predicate<JsonNode> holds) {
    while (!holds.test(status())) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Searches a name in what is served now. */
  JsonNode search(String name) {
    return call("symbol/search", named(name));
  }

  /** Searches a name in the files as they are now. */
  JsonNode synced(String name) {
    ObjectNode params = named(name);
    params.putObject("freshness").put("sync", true).put("waitMs", WAIT_MILLIS);
    return call("symbol/search", params);
  }

  /** The files as they are now are served, and have the name. */
  void assertMet(String name) {
    assertFound(synced(name), name);
  }

  /** The same of the first answer that is from the files as they are. */
  void untilMet(String name) {
    JsonNode found = synced(name);
    while (!isMet(found)) {
      found = synced(name);
    }
    assertFound(found, name);
  }

  @Override
  public void close() {
    client.close();
  }

  private static void assertFound(JsonNode found, String name) {
    assertThat(isMet(found)).as("%s", found).isTrue();
    assertThat(found.at("/items/0/name").asText()).as("%s", found).isEqualTo(name);
  }

  private static boolean isMet(JsonNode found) {
    return found.at("/meta/freshness").asText().equals("met");
  }

  private ObjectNode named(String name) {
    return root("workspace").put("query", name).put("mode", "exact");
  }

  private ObjectNode root(String parameter) {
    return JsonNodeFactory.instance.objectNode().put(parameter, root.toString());
  }

  private JsonNode call(String method, ObjectNode params) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", params);
    client.send(request.toString());
    JsonNode answer = client.nextJson();
    assertThat(answer.has("result")).as("%s", answer).isTrue();
    return answer.path("result");
  }
}
