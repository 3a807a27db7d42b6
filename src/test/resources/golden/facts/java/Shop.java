package shop.till;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.*;
import static java.lang.Math.max;
import static shop.Prices.*;

@Deprecated
public abstract sealed class Shop<T extends Item & Comparable<T>> extends Base<T>
    implements Runnable, List<T>.Sub permits Corner {
  private static final int LIMIT = 3, limits[] = {1, LIMIT};
  @Named(value = "x", keys = {Shop.class}) protected Entry<String, ? super T>[] entries;
  static { max(1, 2L); }
  { this.entries = null; }

  Shop(int a) { this(a, "naïve"); }
  protected <R> Shop(R a, String... rest) throws Failure { super(a); }

  @Override
  public void run() {
    for (var item : items()) {
      item.sell()[0]++;
    }
    for (int i = 0, j[] = null; i < 3; i++) total += i;
    try (var in = open(); Reader out = in.reader()) {
      in.a.b.c = (out.d);
    } catch (final Failure | Error e) {
      throw new Outer.Failure<String>(e, -1, 2.0f);
    }
    Function<T, String> f = (t) -> t.name();
    Supplier<int[]> g = Shop.Inner::new;
    BiFunction<A, B, C> h = (A x, var y) -> { return x::m; };
    var text = "a" + f + g;
    var array = new String[3][];
    String both[] = (String[]) array[0];
    if (both instanceof Pair(var left, Right right) && h instanceof Corner c) c.ring();
    var day = switch (kind) {
      case BOOK, 'c' -> new Thing(1) {
        int member;
        @Override int value() { return member; }
      };
      case Corner k when k.open -> null;
      default -> { yield super.size(); }
    };
    Shop.this.close();
    Sub.super.clear();
    outer.new Inner();
    Runnable r = super::run, s = this::run, q = text::length, z = int[]::new;
    Object o = flag ? null : this.other;
    label: while (true) break label;
  }

  abstract <A extends Number> A find(List<? extends A> in, int[]... more)[];

  interface Sub { int ONE = 1; void a(); default void b() {} static void c() {} class X {} }
  enum Colour implements Sub {
    RED, @Old GREEN(1), BLUE { void paint() {} };
    Colour(int... n) {}
    void paint() {}
  }
  record Point<N>(@Id N x, int... y) implements Sub {
    Point { check(x); }
  }
  @interface Named { String value() default "n"; int[] keys(); }
}
