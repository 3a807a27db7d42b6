package dev.sextant.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StringInternerTest {
  private final StringInterner interner = new StringInterner();

  @Test
  void givesEqualStringsEqualIdsThatAreDense() {
    assertThat(interner.intern("alpha")).isZero();
    assertThat(interner.intern("beta")).isEqualTo(1);
    assertThat(interner.intern("alpha")).isZero();
    assertThat(interner.intern("")).isEqualTo(2);
    assertThat(interner.count()).isEqualTo(3);
  }

  @Test
  void readsAStretchOfBytesWithoutKeepingThem() {
    byte[] text = "int größe;".getBytes(UTF_8);
    int id = interner.intern(text, 4, text.length - 1);
    text[4] = 'x';

    assertThat(interner.get(id)).isEqualTo("größe");
    assertThat(interner.intern("größe")).isEqualTo(id);
  }

  @Test
  void keepsManyAndHugeStrings() {
    var huge = "h".repeat(100_000);
    int hugeId = interner.intern(huge);
    for (int i = 0; i < 100_000; i++) {
      assertThat(interner.intern("name" + i)).isEqualTo(i + 1);
    }

    assertThat(interner.get(hugeId)).isEqualTo(huge);
    for (int i = 0; i < 100_000; i++) {
      assertThat(interner.get(i + 1)).isEqualTo("name" + i);
    }
  }

  @Test
  void agreesBetweenThreads() throws Exception {
    int names = 20_000;
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<int[]>>();
      for (int thread = 0; thread < 4; thread++) {
        int first = thread * names / 4;
        tasks.add(
            () -> {
              var ids = new int[names];
              for (int i = 0; i < names; i++) {
                int name = (first + i) % names;
                ids[name] = interner.intern("n" + name);
              }
              return ids;
            });
      }
      var answers = new ArrayList<int[]>();
      for (var future : threads.invokeAll(tasks)) {
        answers.add(future.get());
      }

      assertThat(answers).allSatisfy(ids -> assertThat(ids).isEqualTo(answers.getFirst()));
    }
    var seen = new HashSet<String>();
    for (int id = 0; id < interner.count(); id++) {
      seen.add(interner.get(id));
    }
    assertThat(interner.count()).isEqualTo(names);
    assertThat(seen).hasSize(names);
  }

  @Test
  void refusesAnIdItNeverGave() {
    assertThatThrownBy(() -> interner.get(0))
        .hasMessage("reading string 0 of an interner that has 0");
  }
}
