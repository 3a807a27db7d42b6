package dev.sextant.lang.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.Modifiers;
import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.FileFacts;
import org.junit.jupiter.api.Test;

/** The library of the platform, as the build made it, against the class files of the platform. */
class PlatformLibraryTest {
  @Test
  void saysOfEveryTypeWhatItsClassFileSays() throws Exception {
    ExternalLibrary library = PlatformLibrary.open();
    ClassReader reader = new ClassReader();
    int compared = 0;
    for (int type = 0; type < library.typeCount(); type++) {
      String name = library.packageName(type).replace('.', '/') + "/" + library.name(type);
      FileFacts facts = library.facts(type);
      assertThat(library.declarationCount(type)).isEqualTo(facts.declarationCount());
      assertThat(library.scopeCount(type)).isEqualTo(facts.scopeCount());
      var bytes = ClassReaderTest.classFile(name);
      if (bytes.isPresent()) {
        compared++;
        FileFacts direct =
            reader.read(ClassReader.parse(bytes.get()), ClassReaderTest::classFile).facts();
        assertThat(new ShownFacts(facts).columns())
            .as(name)
            .isEqualTo(new ShownFacts(direct).columns());
      }
    }
    assertThat(compared).isGreaterThan(3_000);
  }

  @Test
  void hasWhatIsExportedAndWhatThatInheritsFrom() throws Exception {
    ExternalLibrary library = PlatformLibrary.open();
    int builder = library.find("java.lang", "AbstractStringBuilder");
    assertThat(builder).isNotNegative();
    assertThat(library.facts(builder).modifiers(1) & Modifiers.INTERNAL).isNotZero();
    assertThat(library.find("java.sql", "Connection")).isNotNegative();
    assertThat(library.find("sun.misc", "Unsafe")).isNotNegative();
    assertThat(library.find("jdk.internal.misc", "Unsafe")).isNegative();
    assertThat(library.find("java.util", "ImmutableCollections")).isNegative();
    assertThat(library.find("java.util", "Map.Entry")).isNegative();
  }

  @Test
  void findsEveryTypeByItsName() throws Exception {
    ExternalLibrary library = PlatformLibrary.open();
    for (int type = 0; type < library.typeCount(); type++) {
      assertThat(library.find(library.packageName(type), library.name(type))).isEqualTo(type);
    }
  }
}
