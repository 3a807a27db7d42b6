package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.FileOutline;
import dev.sextant.rpc.RequestContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How the outline of a file is written, as a tree of bounded depth. */
final class OutlineTree {
  /**
   * The greatest depth; deeper symbols stand in the deepest level, in the order of the source, so
   * that no reader or writer of the JSON has to nest further.
   */
  static final int MAX_DEPTH = 64;

  private OutlineTree() {}

  /** The outline, cut in the order of the source where the answer is full. */
  static ObjectNode of(FileOutline outline, RequestContext context) {
    ObjectNode result = GraphJson.object();
    result
        .put("path", outline.path())
        .put("language", outline.language())
        .put("symbol", outline.file().id());
    int written = 0;
    Deque<Pending> pending = new ArrayDeque<>();
    push(pending, outline.file().children(), result.putArray("items"), 1);
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      context.cancellation().check();
      ObjectNode item = item(next.node());
      if (!context.budget().charge(item)) {
        break;
      }
      written++;
      next.into().add(item);
      ArrayNode children = item.putArray("children");
      boolean isDeepest = next.depth() == MAX_DEPTH;
      push(
          pending,
          next.node().children(),
          isDeepest ? next.into() : children,
          isDeepest ? MAX_DEPTH : next.depth() + 1);
    }
    int total = outline.total() - 1;
    return result.put("total", total).put("truncated", written < total);
  }

  private record Pending(FileOutline.Node node, ArrayNode into, int depth) {}

  private static void push(
      Deque<Pending> pending, List<FileOutline.Node> nodes, ArrayNode into, int depth) {
    for (FileOutline.Node node : nodes.reversed()) {
      pending.push(new Pending(node, into, depth));
    }
  }

  private static ObjectNode item(FileOutline.Node node) {
    ObjectNode item = GraphJson.object();
    item.put("symbol", node.id())
        .put("kind", node.kind().wireName())
        .put("name", node.name())
        .put("disambiguator", node.disambiguator());
    node.modifiers().forEach(item.putArray("modifiers")::add);
    item.set("nameRange", GraphJson.range(node.nameRange()));
    item.set("range", GraphJson.range(node.range()));
    return item;
  }
}
