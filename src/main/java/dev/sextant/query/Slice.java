package dev.sextant.query;

import java.util.List;

/**
 * The wanted part of a list.
 *
 * @param items the items inside the window
 * @param offset how many items come before
 * @param total how many items the whole list has; exact
 */
public record Slice<T>(List<T> items, int offset, int total) {
  /** Copies the items. */
  public Slice {
    items = List.copyOf(items);
  }

  /** Whether items come behind this part. */
  public boolean hasMore() {
    return nextOffset() < total;
  }

  /** The offset at which the next part begins. */
  public int nextOffset() {
    return offset + items.size();
  }
}
