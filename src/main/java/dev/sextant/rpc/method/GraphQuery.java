package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.RequestContext;
import dev.sextant.workspace.PublishedGraph;

/**
 * A question about one published graph.
 *
 * <p><b>Threads:</b> runs on a worker thread, inside a lease on the graph; neither the graph nor
 * what belongs to it may leave the call.
 */
@FunctionalInterface
public interface GraphQuery {
  /** The method's own fields; {@code meta} is added afterwards. */
  ObjectNode answer(PublishedGraph published, Arguments arguments, RequestContext context);
}
