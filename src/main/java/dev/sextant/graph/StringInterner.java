package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers strings while a graph is being built: equal strings get equal ids, and ids are dense from
 * 0.
 *
 * <p>Which id a string gets depends on the order in which threads ask, so ids mean nothing outside
 * the build.
 *
 * <p><b>Threads:</b> thread-safe. Strings are spread over stripes by their hash; each stripe has
 * its own lock, and nothing is called while it is held.
 */
public final class StringInterner {
  private static final int STRIPE_BITS = 6;
  private static final int LOCAL_BITS = 32 - STRIPE_BITS;
  private static final int PAGE_BITS = 14;
  private static final int PAGES = 1 << 14;

  private final Stripe[] stripes = new Stripe[1 << STRIPE_BITS];
  private final AtomicInteger count = new AtomicInteger();

  // Where string `id` lies: stripe number in the high bits, number inside the stripe in the low
  // ones. A page entry is
  // written before its id is handed out, and ids travel between threads only by means that order
  // memory.
  private final AtomicReferenceArray<int[]> pages = new AtomicReferenceArray<>(PAGES);

  // The long hash of string `id`, in pages like those above and written like them.
  private final AtomicReferenceArray<long[]> hashPages = new AtomicReferenceArray<>(PAGES);

  /** Makes an interner that knows no string. */
  public StringInterner() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new Stripe();
    }
  }

  /** The id of {@code string}, which is new when the string is. */
  public int intern(String string) {
    byte[] utf8 = string.getBytes(UTF_8);
    return intern(utf8, 0, utf8.length);
  }

  /** The id of the string whose UTF-8 form is {@code utf8[from .. to)}; the array is not kept. */
  public int intern(byte[] utf8, int from, int to) {
    long longHash = hash(utf8, from, to);
    int hash = (int) (longHash ^ longHash >>> 32);
    int number = hash >>> LOCAL_BITS;
    Stripe stripe = stripes[number];
    synchronized (stripe) {
      int slot = stripe.slotOf(hash, utf8, from, to);
      int known = stripe.idAt(slot);
      if (known >= 0) {
        return known;
      }
      int id = count.getAndIncrement();
      page(id)[id & (1 << PAGE_BITS) - 1] = number << LOCAL_BITS | stripe.count();
      hashPage(id >>> PAGE_BITS)[id & (1 << PAGE_BITS) - 1] = longHash;
      stripe.add(slot, hash, utf8, from, to, id);
      return id;
    }
  }

  /** The string with number {@code id}, which some call of {@code intern} has answered. */
  public String get(int id) {
    int place = place(id);
    Stripe stripe = stripes[place >>> LOCAL_BITS];
    synchronized (stripe) {
      return stripe.get(place & (1 << LOCAL_BITS) - 1);
    }
  }

  /**
   * A hash of the string with number {@code id}, which is the same in every process; takes no lock.
   */
  public long hash(int id) {
    return hashPage(id >>> PAGE_BITS)[id & (1 << PAGE_BITS) - 1];
  }

  /** How many different strings were interned. */
  public int count() {
    return count.get();
  }

  /** Bytes held by the arrays. */
  public long sizeBytes() {
    long pageCount = (count.get() + (1L << PAGE_BITS) - 1) >>> PAGE_BITS;
    long bytes = (pageCount << PAGE_BITS) * (Integer.BYTES + Long.BYTES);
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        bytes += stripe.sizeBytes();
      }
    }
    return bytes + 2L * PAGES * Integer.BYTES;
  }

  /** A table of the strings {@code ids[0 .. size)}, in that order. */
  StringTable table(int[] ids, int size) {
    var offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int place = place(ids[i]);
      Stripe stripe = stripes[place >>> LOCAL_BITS];
      synchronized (stripe) {
        offsets[i + 1] = Math.addExact(offsets[i], stripe.length(place & (1 << LOCAL_BITS) - 1));
      }
    }
    var bytes = new byte[offsets[size]];
    for (int i = 0; i < size; i++) {
      int place = place(ids[i]);
      Stripe stripe = stripes[place >>> LOCAL_BITS];
      synchronized (stripe) {
        stripe.copy(place & (1 << LOCAL_BITS) - 1, bytes, offsets[i]);
      }
    }
    return new StringTable(bytes, offsets);
  }

  private int place(int id) {
    if (id < 0 || id >= count.get()) {
      throw new IndexOutOfBoundsException(
          "reading string " + id + " of an interner that has " + count.get());
    }
    return page(id)[id & (1 << PAGE_BITS) - 1];
  }

  private int[] page(int id) {
    int number = id >>> PAGE_BITS;
    if (number >= PAGES) {
      throw new IllegalStateException(
          "interning string "
              + id
              + " failed: an interner holds at most "
              + (PAGES << PAGE_BITS)
              + " strings");
    }
    int[] page = pages.get(number);
    if (page != null) {
      return page;
    }
    var fresh = new int[1 << PAGE_BITS];
    int[] raced = pages.compareAndExchange(number, null, fresh);
    return raced == null ? fresh : raced;
  }

  private long[] hashPage(int number) {
    long[] page = hashPages.get(number);
    if (page != null) {
      return page;
    }
    var fresh = new long[1 << PAGE_BITS];
    long[] raced = hashPages.compareAndExchange(number, null, fresh);
    return raced == null ? fresh : raced;
  }

  private static long hash(byte[] bytes, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 29;
  }
}
