package dev.sextant.lang.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.lang.ExternalLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars made here of class files of the platform, some of them damaged. */
class JarReaderTest {
  @TempDir Path folder;

  @Test
  void readsThePublicTypesWithTheirMembers() throws Exception {
    Path jar = jar(classes("java/util/Map", "java/util/Map$Entry", "java/util/List"));

    JarReader.Outcome outcome = JarReader.read(jar, JarLimits.USUAL);

    ExternalLibrary library = outcome.library();
    assertThat(outcome.problems()).isEmpty();
    assertThat(library.typeCount()).isEqualTo(2);
    assertThat(new ShownFacts(library.facts(library.find("java.util", "Map"))).lines())
        .contains("  interface <K, V> Entry public static abstract");
  }

  @Test
  void readsHiddenTypesOnlyForWhatInheritsFromThem() throws Exception {
    Map<String, byte[]> entries =
        classes(
            "java/lang/StringBuilder",
            "java/lang/AbstractStringBuilder",
            "java/util/ImmutableCollections");

    ExternalLibrary library = JarReader.read(jar(entries), JarLimits.USUAL).library();

    assertThat(library.find("java.lang", "StringBuilder")).isNotNegative();
    assertThat(library.find("java.lang", "AbstractStringBuilder")).isNotNegative();
    assertThat(library.find("java.util", "ImmutableCollections")).isNegative();
  }

  @Test
  void leavesOutOtherReleasesAndDescriptions() throws Exception {
    Map<String, byte[]> entries = classes("java/util/List");
    byte[] map = ClassReaderTest.classFile("java/util/Map").orElseThrow();
    entries.put("META-INF/versions/21/java/util/Map.class", map);
    entries.put("module-info.class", new byte[] {1});
    entries.put("java/util/package-info.class", new byte[] {1});
    entries.put("readme.txt", new byte[] {1});

    JarReader.Outcome outcome = JarReader.read(jar(entries), JarLimits.USUAL);

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.library().typeCount()).isEqualTo(1);
  }

  @Test
  void reportsDamagedAndMisplacedClassesAndReadsTheOthers() throws Exception {
    Map<String, byte[]> entries = classes("java/util/List");
    entries.put("a/Broken.class", "no class".getBytes(StandardCharsets.UTF_8));
    entries.put("a/Other.class", ClassReaderTest.classFile("java/util/Map").orElseThrow());

    JarReader.Outcome outcome = JarReader.read(jar(entries), JarLimits.USUAL);

    assertThat(outcome.library().typeCount()).isEqualTo(1);
    assertThat(outcome.problems())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("a/Broken"))
        .anyMatch(problem -> problem.contains("a/Other") && problem.contains("java/util/Map"));
  }

  @Test
  void readsNoMoreThanTheLimits() throws Exception {
    Map<String, byte[]> entries = classes("java/util/List", "java/util/Map", "java/util/Set");
    entries.put("a/Bomb.class", new byte[8 << 20]);
    Path jar = jar(entries);

    assertThat(JarReader.read(jar, JarLimits.USUAL).problems())
        .singleElement()
        .asString()
        .contains("a/Bomb", "left out");
    JarReader.Outcome few = JarReader.read(jar, new JarLimits(2, 1 << 20, 1 << 30));
    assertThat(few.library().typeCount()).isEqualTo(2);
    assertThat(few.problems()).singleElement().asString().contains("more than 2 class files");
    JarReader.Outcome small = JarReader.read(jar, new JarLimits(100, 1 << 20, 20_000));
    assertThat(small.library().typeCount()).isLessThan(3);
    assertThat(small.problems()).anyMatch(problem -> problem.contains("over 20000 bytes"));
  }

  @Test
  void opensNothingOfWhatIsNoJar() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

    JarReader.Outcome outcome = JarReader.read(text, JarLimits.USUAL);
    JarReader.Outcome absent = JarReader.read(folder.resolve("absent.jar"), JarLimits.USUAL);

    assertThat(outcome.library().typeCount()).isZero();
    assertThat(outcome.problems()).singleElement().asString().contains("cannot open", "text.jar");
    assertThat(absent.problems()).singleElement().asString().contains("cannot open", "absent.jar");
  }

  @Test
  void survivesEveryDamage() throws Exception {
    byte[] good = Files.readAllBytes(jar(classes("java/util/Map", "java/util/Map$Entry")));
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k <= random.nextInt(6); k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Path jar = Files.write(folder.resolve("bad" + i + ".jar"), bad);
      assertThat(JarReader.read(jar, JarLimits.USUAL).library().typeCount())
          .as("seed 11, try " + i)
          .isLessThan(2);
    }
  }

  @Test
  void keepsWhatWasReadUntilTheJarChanges() throws Exception {
    Path kept = folder.resolve("kept/libraries");
    JarLibraries libraries = new JarLibraries(kept, JarLimits.USUAL);
    Path jar = jar(classes("java/util/Map"));

    int first = libraries.open(jar).library().typeCount();
    List<Path> files = filesIn(kept);
    libraries.open(jar);

    assertThat(first).isEqualTo(1);
    assertThat(files).hasSize(1);
    assertThat(filesIn(kept)).isEqualTo(files);
    jar(classes("java/util/Map", "java/util/List"));
    assertThat(libraries.open(jar).library().typeCount()).isEqualTo(2);
  }

  @Test
  void readsTheJarWhereNothingCanBeKept() throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file, no folder");
    JarLibraries libraries = new JarLibraries(blocked, JarLimits.USUAL);

    assertThat(libraries.open(jar(classes("java/util/Map"))).library().typeCount()).isEqualTo(1);
    assertThat(libraries.open(folder.resolve("absent.jar")).problems()).hasSize(1);
  }

  @Test
  void readsTheJarAgainWhereWhatWasKeptIsDamaged() throws Exception {
    Path kept = folder.resolve("kept");
    JarLibraries libraries = new JarLibraries(kept, JarLimits.USUAL);
    Path jar = jar(classes("java/util/Map"));
    libraries.open(jar);
    Path file = filesIn(kept).getFirst();
    byte[] good = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});

    assertThat(libraries.open(jar).library().typeCount()).isEqualTo(1);
    assertThat(Files.readAllBytes(file)).isEqualTo(good);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Map<String, byte[]> classes(String... names) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name : names) {
      entries.put(name + ".class", ClassReaderTest.classFile(name).orElseThrow());
    }
    return entries;
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return jar;
  }
}
