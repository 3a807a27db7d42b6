package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.Slice;
import dev.sextant.query.Window;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.workspace.PublishedGraph;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page of a list on one generation: which part a request asks for, and how the part is
 * answered.
 *
 * <p><b>Errors:</b> -32602 for a cursor that is none, -32801 for one of another generation, -32012
 * when not even one item fits the answer.
 *
 * @param generation the generation that answers
 * @param window the part asked for
 */
record ListPage(long generation, Window window) {
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

  /** The page of {@code published} that {@code paging} asks for. */
  static ListPage of(PublishedGraph published, Paging paging) {
    long generation = published.generation();
    int offset = paging.from().map(cursor -> offset(cursor, generation)).orElse(0);
    return new ListPage(generation, new Window(offset, paging.limit()));
  }

  /** Adds the members of {@link #write} to {@code shape}. */
  static ResultShape shape(ResultShape shape, String items) {
    return shape
        .field("items", "array", items)
        .field("total", "integer", "How many items the whole list has; exact.")
        .field("truncated", "boolean", "Whether items come behind these.")
        .field("nextCursor", "string", "Where to go on; absent at the end.");
  }

  /** Writes as much of {@code slice} as the answer has room for, each item by {@code form}. */
  <T> ObjectNode write(
      ObjectNode result,
      Slice<T> slice,
      Function<? super T, ObjectNode> form,
      RequestContext context) {
    ArrayNode items = result.putArray("items");
    for (T item : slice.items()) {
      context.cancellation().check();
      ObjectNode node = form.apply(item);
      if (!context.budget().charge(node)) {
        break;
      }
      items.add(node);
    }
    if (items.isEmpty() && !slice.items().isEmpty()) {
      throw RpcError.of(RpcErrorKind.TOO_BROAD, "one item of the list is larger than an answer")
          .with("limit", 0)
          .exception();
    }
    return end(result, slice.offset() + items.size(), slice.total());
  }

  /** Writes how the page ends: with {@code next} of {@code total} items passed. */
  ObjectNode end(ObjectNode result, int next, int total) {
    result.put("total", total).put("truncated", next < total);
    if (next < total) {
      result.put("nextCursor", generation + "-" + next);
    }
    return result;
  }

  private static int offset(String cursor, long generation) {
    Matcher parts = CURSOR.matcher(cursor);
    if (!parts.matches()) {
      throw RpcError.of(
              RpcErrorKind.INVALID_PARAMS,
              "parameter cursor is no nextCursor of an earlier answer: %s".formatted(cursor))
          .with("parameter", "cursor")
          .exception();
    }
    long named = Long.parseLong(parts.group(1));
    if (named != generation) {
      throw RpcError.of(
              RpcErrorKind.CONTENT_CHANGED,
              "the cursor is of generation %d, the graph is now %d".formatted(named, generation))
          .with("cursorGeneration", named)
          .with("generation", generation)
          .exception();
    }
    return Integer.parseInt(parts.group(2));
  }
}
