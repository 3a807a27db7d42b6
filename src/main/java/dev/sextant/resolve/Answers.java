package dev.sextant.resolve;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One answer for each number, of which most are never asked for; a page is made when the first of
 * its answers is.
 *
 * <p><b>Threads:</b> safe; workers that race for an answer find equal ones, and one is kept.
 */
final class Answers<T> {
  private static final int PAGE_BITS = 9;
  private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable T>> pages;

  /** Answers for the numbers below {@code count}. */
  Answers(int count) {
    pages = new AtomicReferenceArray<>((count >>> PAGE_BITS) + 1);
  }

  /** The answer for {@code number}, if it is known. */
  @Nullable T get(int number) {
    AtomicReferenceArray<@Nullable T> page = pages.get(number >>> PAGE_BITS);
    return page == null ? null : page.get(number & PAGE_MASK);
  }

  void set(int number, T answer) {
    int at = number >>> PAGE_BITS;
    AtomicReferenceArray<@Nullable T> page = pages.get(at);
    if (page == null) {
      AtomicReferenceArray<@Nullable T> fresh = new AtomicReferenceArray<>(1 << PAGE_BITS);
      AtomicReferenceArray<@Nullable T> raced = pages.compareAndExchange(at, null, fresh);
      page = raced == null ? fresh : raced;
    }
    page.set(number & PAGE_MASK, answer);
  }
}
