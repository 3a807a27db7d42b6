package dev.sextant.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cli.EdgeExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key says of the forms of Java that name their targets in uncommon ways. */
class KeyBuildTest {
  @TempDir private Path folder;

  @Test
  void anImplicitConstructorGoesByItsClass() throws IOException {
    assertThat(edges("class A { Object a = new A(); }")).containsExactly("new a:0 -> A:0 at 0:25");
  }

  @Test
  void overloadsAreToldApartByTheirLines() throws IOException {
    assertThat(
            edges(
                """
                class A {
                  void f(Object o) {}
                  void f(String s) {}
                  void g() { f(""); }
                }
                """))
        .containsExactly("call g:3 -> f:2 at 3:13");
  }

  @Test
  void explicitConstructorCallsAreCallsAndImplicitOnesAreNothing() throws IOException {
    assertThat(
            edges(
                """
                class A {
                  A() {}
                  A(int i) { this(); }
                  static class B extends A {
                    B() {}
                    B(int i) { super(i); }
                  }
                }
                """))
        .containsExactly(
            "call A:2 -> A:1 at 2:13", "ref A:0 -> A:0 at 3:25", "call B:5 -> A:2 at 5:15");
  }

  @Test
  void enumConstantsConstructWhenTheyAreCalledOrTheConstructorIsWritten() throws IOException {
    assertThat(
            edges(
                """
                enum A {
                  P, Q(1), R(2) {};
                  A() {}
                  A(int i) {}
                }
                enum B { P, Q(), R() {} }
                """))
        .containsExactly(
            "new P:1 -> A:2 at 1:2",
            "new Q:1 -> A:3 at 1:5",
            "new R:1 -> A:3 at 1:11",
            "new Q:5 -> B:5 at 5:12",
            "new R:5 -> B:5 at 5:17");
  }

  @Test
  void anAnonymousClassConstructsWhatItExtends() throws IOException {
    assertThat(
            edges(
                """
                class A {
                  A(int i) {}
                  Object a = new A(1) { void f() { f(); } };
                  Object b = new I() {};
                  interface I {}
                }
                """))
        .containsExactly(
            "new a:2 -> A:1 at 2:17", "call f:2 -> f:2 at 2:35", "new b:3 -> I:4 at 3:17");
  }

  @Test
  void impliedPartsOfARecordGoByTheComponent() throws IOException {
    assertThat(
            edges(
                """
                record R(int p) {
                  R { p = p + 1; }
                  int q() { return p() + new R(1).p; }
                }
                """))
        .containsExactly(
            "ref R:1 -> p:0 at 1:6",
            "ref R:1 -> p:0 at 1:10",
            "call q:2 -> p:0 at 2:19",
            "ref q:2 -> p:0 at 2:34",
            "new q:2 -> R:1 at 2:29");
  }

  @Test
  void methodReferencesAreCallsAndConstructorReferencesConstructions() throws IOException {
    assertThat(
            edges(
                """
                class A {
                  Runnable a = A::new, b = this::f;
                  void f() { var x = new A(); }
                }
                """))
        .containsExactly(
            "new a:1 -> A:0 at 1:18",
            "ref a:1 -> A:0 at 1:15",
            "call b:1 -> f:2 at 1:33",
            "new f:2 -> A:0 at 2:25");
  }

  @Test
  void lambdasBelongToTheirDeclarationAndInitialisersToTheirClass() throws IOException {
    assertThat(
            edges(
                """
                class A {
                  static void f() {}
                  static { Runnable r = () -> f(); }
                  int i = 0, j = i;
                }
                """))
        .containsExactly("call A:0 -> f:1 at 2:30", "ref j:3 -> i:3 at 3:17");
  }

  @Test
  void whatTheCompilerCannotAttributeIsToldFromWhatLiesOutside() throws IOException {
    Path root = tree("class A { void f() { \"\".length(); Missing.g(); g(new Missing()); } }");

    List<Silence> silences =
        KeyBuild.of(root, List.of()).silences().stream()
            .filter(one -> one.kind().equals("call"))
            .toList();

    assertThat(silences)
        .extracting(Silence::cause)
        .containsExactly(Silence.Cause.OUTSIDE, Silence.Cause.UNKNOWN, Silence.Cause.UNKNOWN);
  }

  @Test
  void aKeyIsReadAsItWasWritten() throws IOException {
    AnswerKey key = KeyBuild.of(tree("class A { A a = new A(); String s = a.s; }"), List.of());
    Path file = folder.resolve("key.jsonl");

    JsonLines.write(key, file);

    assertThat(JsonLines.key(file)).isEqualTo(key);
  }

  @Test
  void exportedEdgesOfPlainCodeAreThoseOfTheKey() throws IOException {
    Path root =
        tree(
            """
            class A {
              private final A next;
              A(A next) { this.next = next; }
              A() { this(null); }
              A next() { return next; }
              static A twice(A a) { return new A(new A(a.next().next)); }
            }
            """);
    Path exported = folder.resolve("edges.jsonl");
    EdgeExport.write(root, folder.resolve("state"), exported);

    Result result =
        Result.of("plain", new Comparison(KeyBuild.of(root, List.of()), JsonLines.edges(exported)));

    assertThat(result.floors().values()).allMatch(f1 -> f1 == 1.0);
    assertThat(result.calls().expected()).isPositive();
  }

  private List<String> edges(String text) throws IOException {
    return KeyBuild.of(tree(text), List.of()).edges().stream()
        .map(
            edge ->
                "%s %s:%d -> %s:%d at %d:%d"
                    .formatted(
                        edge.kind(),
                        edge.from().name(),
                        edge.from().line(),
                        edge.to().name(),
                        edge.to().line(),
                        edge.at().line(),
                        edge.at().character()))
        .toList();
  }

  private Path tree(String text) throws IOException {
    Path root = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(root.resolve("A.java"), text);
    return root;
  }
}
