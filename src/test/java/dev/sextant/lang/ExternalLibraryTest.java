package dev.sextant.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Libraries made of random facts. */
class ExternalLibraryTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 200);

  @Test
  void givesBackTheFactsThatWereAdded() throws Exception {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      FileFacts facts = RandomFacts.of(new Random(seed));
      ExternalLibrary library = opened(library("some.where", "Type", facts));

      FileFacts back = library.facts(0);

      String replay = "-Dproperty.seed=" + seed;
      assertThat(back.tables()).as(replay).isDeepEqualTo(facts.tables());
      assertThat(back.namespace()).as(replay).isEqualTo(facts.namespace());
      assertThat(back.stringBytes()).as(replay).isEqualTo(facts.stringBytes());
      assertThat(back.stringCount()).as(replay).isEqualTo(facts.stringCount());
      assertThat(back.sizeBytes()).as(replay).isEqualTo(facts.sizeBytes());
    }
  }

  @Test
  void ordersTypesByPackageAndName() throws Exception {
    FileFacts facts = RandomFacts.of(new Random(7));
    ExternalLibraryBuilder builder = new ExternalLibraryBuilder();
    builder.add("b", "A", facts);
    builder.add("", "Z", facts);
    builder.add("b", "B", facts);
    builder.add("a.b", "A", facts);

    ExternalLibrary library = opened(builder.build());

    assertThat(library.typeCount()).isEqualTo(4);
    assertThat(library.packageName(0)).isEmpty();
    assertThat(library.find("", "Z")).isZero();
    assertThat(library.find("a.b", "A")).isEqualTo(1);
    assertThat(library.find("b", "A")).isEqualTo(2);
    assertThat(library.find("b", "B")).isEqualTo(3);
    assertThat(library.find("b", "C")).isEqualTo(-1);
    assertThat(library.declarationCount(3)).isEqualTo(facts.declarationCount());
    assertThat(library.scopeCount(3)).isEqualTo(facts.scopeCount());
  }

  @Test
  void holdsNothing() throws Exception {
    ExternalLibrary library = opened(new ExternalLibraryBuilder().build());
    assertThat(library.typeCount()).isZero();
    assertThat(library.find("java.lang", "String")).isEqualTo(-1);
  }

  @Test
  void refusesWhatIsNoLibrary() {
    assertThatThrownBy(() -> ExternalLibrary.open(new byte[64]))
        .isInstanceOf(LibraryFormatException.class)
        .hasMessageContaining("no library");
    byte[] other = library("p", "T", RandomFacts.of(new Random(1))).toBytes();
    other[7]++;
    assertThatThrownBy(() -> ExternalLibrary.open(other))
        .isInstanceOf(LibraryFormatException.class)
        .hasMessageContaining("another version");
  }

  @Test
  void refusesDamageOfEveryByteAndEveryLength() {
    byte[] good = library("p", "T", RandomFacts.of(new Random(3))).toBytes();
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      assertThatThrownBy(() -> ExternalLibrary.open(bad))
          .as("byte " + at)
          .isInstanceOf(LibraryFormatException.class);
      byte[] cut = Arrays.copyOf(good, at);
      assertThatThrownBy(() -> ExternalLibrary.open(cut))
          .as("cut at " + at)
          .isInstanceOf(LibraryFormatException.class);
    }
  }

  private static ExternalLibrary opened(ExternalLibrary library) throws LibraryFormatException {
    return ExternalLibrary.open(library.toBytes());
  }

  private static ExternalLibrary library(String packageName, String name, FileFacts facts) {
    ExternalLibraryBuilder builder = new ExternalLibraryBuilder();
    builder.add(packageName, name, facts);
    return builder.build();
  }
}
