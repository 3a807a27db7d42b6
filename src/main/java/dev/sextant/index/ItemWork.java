package dev.sextant.index;

/** One worker's share of a pass: it takes items one by one. Confined to its worker. */
interface ItemWork extends AutoCloseable {
  /** Does item {@code item}. */
  void run(int item);

  @Override
  default void close() {}
}
