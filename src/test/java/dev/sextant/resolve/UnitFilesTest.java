package dev.sextant.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.PackedFacts;
import dev.sextant.lang.java.JavaLanguage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UnitFilesTest {
  private static final int FILES = 40;

  private final StringInterner names = new StringInterner();

  @Test
  void unpacksFactsOnceWhileThereIsRoom() {
    var files = new UnitFiles(packed(), names, Long.MAX_VALUE);

    FileFacts first = files.facts(0);
    askAll(files);

    assertThat(files.facts(0)).isSameAs(first);
    files.close();
  }

  @Test
  void dropsTheFactsUnpackedFirstWhenThereIsNoRoom() {
    List<LinkUnit> units = packed();
    long two = 2 * (facts(0).sizeBytes() + 100);
    var files = new UnitFiles(units, names, two);

    FileFacts first = files.facts(0);
    assertThat(files.facts(0)).isSameAs(first);
    askAll(files);

    assertThat(files.facts(0)).isNotSameAs(first);
    files.close();
  }

  @Test
  void keepsFactsThatWereNotPacked() {
    List<LinkUnit> units = new ArrayList<>(packed());
    FileFacts fresh = facts(0);
    units.set(0, new LinkUnit("0", new JavaLanguage(), PackedFacts.NONE, fresh));
    var files = new UnitFiles(units, names, 0);

    askAll(files);

    assertThat(files.facts(0)).isSameAs(fresh);
    files.close();
  }

  @Test
  void givesTheRightFactsToWorkersThatRace() throws Exception {
    var files = new UnitFiles(packed(), names, 500);
    List<Callable<Void>> askers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      askers.add(
          () -> {
            for (int round = 0; round < 50; round++) {
              askAll(files);
            }
            return null;
          });
    }

    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      for (Future<Void> asked : workers.invokeAll(askers)) {
        asked.get();
      }
    }
    files.close();
  }

  private void askAll(UnitFiles files) {
    for (int file = 0; file < FILES; file++) {
      String own = "file" + file;
      FileFacts facts = files.facts(file);
      assertThat(facts.string(facts.namespace())).isEqualTo(own);
      assertThat(files.nameId(file, facts.namespace())).isEqualTo(names.intern(own));
    }
  }

  private static List<LinkUnit> packed() {
    try (var packer = new FactsPacker()) {
      List<LinkUnit> units = new ArrayList<>();
      for (int file = 0; file < FILES; file++) {
        var facts = PackedFacts.of(facts(file), packer);
        units.add(new LinkUnit(String.valueOf(file), new JavaLanguage(), facts, null));
      }
      return units;
    }
  }

  private static FileFacts facts(int file) {
    byte[] text = ("package file" + file + ";").getBytes(StandardCharsets.UTF_8);
    var builder = new FactsBuilder();
    builder.begin(text, text.length, "Any.java");
    builder.namespace(builder.string("file" + file));
    return builder.build();
  }
}
