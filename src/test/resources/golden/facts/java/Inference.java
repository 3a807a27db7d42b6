package shop.inference;

import java.util.*;

class Inference<A, B extends Item & Comparable<B> & Runnable> {
  Function<A, B> field = a -> a.b();
  List<String> diamond = new ArrayList<>(), raw = new ArrayList();
  Supplier<Runnable> nested = () -> () -> done();

  <K, V extends K> Map<? super K, ? extends V> lambdas(List<?> in, int... more) {
    Function<K, V> one = (var k) -> k.v();
    BinaryOperator<K> two = (_, k) -> { if (k == null) { return null; } return (k); };
    Runnable none = () -> {};
    Callable<V> block = () -> {
      Supplier<K> inner = () -> { return first(); };
      new Object() { Object own() { return second(); } };
      switch (in.size()) { case 1: return third(); default: }
      return switch (in.size()) { case 1 -> fourth(); default -> { yield fifth(); } };
    };
    in.stream().<K>map(x -> x.k()).forEach(this.<K, V>other());
    super.<V>other();
    run(String[]::new, List<String>::new, Inference::<K>of);
    return block::call;
  }

  Object values(boolean flag, int n, String s, A a) {
    Object value = flag ? a : flag ? null : s.trim();
    int sum = n + a.size() * -2 - (+n) << 3, not = ~n;
    boolean less = n + 1 < sum && !flag || n != 2;
    String text = "a" + n + a.name() + 'c', prefix = n + 1 + "b";
    n = sum += a.size();
    this.field = a.b = x -> x;
    (n)++;
    --a.count;
    Class<?> type = int[].class, other = Map.Entry.class;
    Object both = (Runnable & Serializable) () -> a.run();
    List<B> cast = (List<B>) (Object) a;
    int[][] grid = {{1, n}, {}}, made = new int[][] {{n}}, empty = new int[n][2][];
    int cell = grid[n][0];
    var made2 = a.outer().new Inner<String>(n) { int n; };
    for (var row : grid) for (int c : row) use(c);
    for (Map.Entry<String, List<? extends B[]>> e : entries()) use(e);
    if (flag) return; else return (Object) value;
  }

  int switches(Colour colour, Object o) {
    switch (colour) {
      case RED, GREEN: paint(); break;
      case Colour.BLUE: default: break;
    }
    switch (colour.other()) { case RED -> paint(); default -> throw new Error(); }
    int n = switch (colour) {
      case RED -> 1;
      case GREEN -> { switch (o.hashCode()) { case 1 -> { yield 2; } default -> paint(); } yield 3; }
      default -> throw new Error();
    };
    String s = switch (o) {
      case null -> null;
      case String t when t.isEmpty() -> t;
      case Pair(var left, Pair<A, B>(var deep, _, int end)) -> left.name() + deep;
      case List<?> l: yield l.get(0);
      default -> o.toString();
    };
    return o instanceof Box<?>(var content, Inner _) ? content.size() : 0;
  }

  void caught() throws E {
    try (var in = open(); Reader out = new Reader<>(() -> in); field) {
      in.read();
    } catch (IOException | a.Failure e) {
      e.log();
    } catch (final Error _) {
    }
    outer: for (int i = 0; ; i++) { continue outer; }
  }
}
