class Scopes {
  static int count;
  static { count = start(); }
  { prepare(() -> count); }

  record Range<N extends Number>(N low, @Min(1) N... high) {
    Range {
      if (low == null) throw new Error();
      high = high.clone();
    }
    class Inside { Inside {} }
    <T> Range(Scopes this, T t) throws @Odd Failure { this((N) null); }
  }

  enum Op {
    ADD { int apply() { return 1; } }, SUB(x -> x) { int apply() { return 2; } };
  }

  interface Port {
    private void hidden() {}
    default Port self() { return this; }
    @Deprecated(since = "1", forRemoval = !true) int SIZE = count;
  }

  void patterns(Object o) {
    if (!(o instanceof Scopes s)) return;
    s.patterns(s);
    if (o instanceof String t && t.isEmpty() || o instanceof Point(int x, var y) && x > y.z()) {
      t.trim();
    }
    while (!(o instanceof Op op)) { o = next(); }
    op.apply();
    switch (o) { default -> {} }
  }

  void locals() {
    record Local(int a) {}
    enum Kind { ONE }
    interface Shape { int area(); }
    class Inner extends Scopes { Object own() { return Inner.this; } }
    new Local(1).a();
    var _ = "x";
    String block = """
        text {
        """.strip();
    java.util.@A List<@B int @C []>[] arrays[] = null;
    Outer<String>.Inner<List<? super int[]>> deep;
  }
}
