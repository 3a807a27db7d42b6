package dev.sextant.lang.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ScopeKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What class files of known types say. */
class ClassReaderTest {
  @Test
  void readsAnInterfaceWithItsTypeParametersAndDefaultMethods() throws Exception {
    assertThat(lines("java/util/List"))
        .contains(
            "interface <E> List < java.util/SequencedCollection<E> public abstract",
            "  method size(): int public abstract",
            "  method <T> toArray(T[]): T[] public abstract",
            "  method addAll(int, java.util/Collection<? extends E>): boolean public abstract",
            "  method sort(java.util/Comparator<? super E>): void public default",
            "  method <E> of(E[]): java.util/List<E> public static varargs")
        .startsWith("file List.class");
  }

  @Test
  void nestsMemberTypesAndTheNamesOfThem() throws Exception {
    assertThat(lines("java/util/Map"))
        .contains(
            "interface <K, V> Map public abstract",
            "  method entrySet(): java.util/Set<java.util/Map.Entry<K, V>> public abstract",
            "  interface <K, V> Entry public static abstract",
            "    method getKey(): K public abstract",
            "    method <K < java.lang/Comparable<? super K>, V> comparingByKey():"
                + " java.util/Comparator<java.util/Map.Entry<K, V>> public static");
  }

  @Test
  void readsGenericMethodsWithSeveralBounds() throws Exception {
    assertThat(lines("java/util/Collections"))
        .contains(
            "  method <T < java.lang/Object & java.lang/Comparable<? super T>>"
                + " max(java.util/Collection<? extends T>): T public static",
            "  field EMPTY_LIST: java.util/List public static final")
        .noneMatch(line -> line.contains("EmptyList"));
    assertThat(lines("java/util/stream/Collectors"))
        .contains(
            "  method <T, K, A, D> groupingBy(java.util.function/Function<? super T, ? extends"
                + " K>, java.util.stream/Collector<? super T, A, D>):"
                + " java.util.stream/Collector<T, ?, java.util/Map<K, D>> public static")
        .noneMatch(line -> line.contains("constructor"));
    assertThat(lines("java/util/stream/Stream"))
        .contains(
            "  method <R> map(java.util.function/Function<? super T, ? extends R>):"
                + " java.util.stream/Stream<R> public abstract",
            "interface <T> Stream < java.util.stream/BaseStream<T, java.util.stream/Stream<T>>"
                + " public abstract");
  }

  @Test
  void readsClassesWithFieldsAndConstructors() throws Exception {
    assertThat(lines("java/lang/String"))
        .contains(
            "class String < java.io/Serializable, java.lang/Comparable<java.lang/String>,"
                + " java.lang/CharSequence, java.lang.constant/Constable,"
                + " java.lang.constant/ConstantDesc public final",
            "  field CASE_INSENSITIVE_ORDER: java.util/Comparator<java.lang/String> public static"
                + " final",
            "  constructor String(byte[], int, int, int) public deprecated",
            "  constructor String() public",
            "  method format(java.lang/String, java.lang/Object[]): java.lang/String public static"
                + " varargs")
        .noneMatch(line -> line.contains("private") || line.contains("internal"));
  }

  @Test
  void readsEnumsRecordsAndAnnotations() throws Exception {
    assertThat(lines("java/util/concurrent/TimeUnit"))
        .contains(
            "enum TimeUnit < java.lang/Enum<java.util.concurrent/TimeUnit> public",
            "  enumConstant SECONDS: java.util.concurrent/TimeUnit public static final",
            "  method values(): java.util.concurrent/TimeUnit[] public static");
    assertThat(ours(Point.class))
        .contains(
            "    method x(): int public", "    constructor Point(int, java.util/List<T>) public")
        .anyMatch(line -> line.contains("record <T> Point < java.lang/Record"))
        .noneMatch(line -> line.contains("field"));
    assertThat(lines("java/lang/annotation/Retention"))
        .contains(
            "annotation Retention < java.lang.annotation/Annotation public abstract",
            "  method value(): java.lang.annotation/RetentionPolicy public abstract");
  }

  @Test
  void leavesOutTheInstanceAroundAnInnerClass() throws Exception {
    assertThat(ours(Point.class))
        .contains(
            "    class <U> Inner public",
            "      constructor Inner(int) public",
            "      constructor Inner(U) protected",
            "      method around(): dev.sextant.lang.classfile/ClassReaderTest.Holder<T>.Inner<U>"
                + " public");
  }

  /** A type with an inner class; the tests read the class file of this file. */
  public static class Holder<T> {
    /** Not static: it has an instance around. */
    public class Inner<U> {
      public Inner(int size) {}

      protected Inner(U value) {}

      public Holder<T>.Inner<U> around() {
        return this;
      }
    }
  }

  /** A record. */
  public record Point<T>(int x, List<T> rest) {}

  abstract static class Hidden {
    public void inherited() {}

    void notInherited() {}
  }

  /** A public type with a hidden supertype. */
  public static class Shown extends Hidden {}

  private static final class NeverSeen {
    static final NeverSeen ONE = new NeverSeen();
  }

  @Test
  void keepsHiddenTypesOnlyWhereVisibleOnesInheritFromThem() throws Exception {
    assertThat(NeverSeen.ONE).isNotNull();
    assertThat(ours(Shown.class))
        .contains(
            "  class Hidden internal static abstract",
            "    method inherited(): void public",
            "  class Shown < dev.sextant.lang.classfile/ClassReaderTest.Hidden public static")
        .noneMatch(line -> line.contains("notInherited") || line.contains("NeverSeen"));
    ClassReader.TypeFacts builder = read("java/lang/StringBuilder");
    assertThat(builder.inherited()).contains("java/lang/AbstractStringBuilder");
  }

  @Test
  void declaresTypeParametersInAScopeAroundTheType() throws Exception {
    FileFacts facts = read("java/util/List").facts();
    assertThat(facts.kind(1)).isEqualTo(SymbolKind.INTERFACE);
    int own = facts.ownScope(1);
    int parameters = facts.scopeParent(own);
    assertThat(facts.scopeKind(own)).isEqualTo(ScopeKind.TYPE);
    assertThat(facts.scopeKind(parameters)).isEqualTo(ScopeKind.BLOCK);
    assertThat(facts.scopeOwner(parameters)).isEqualTo(-1);
    assertThat(facts.scopeParent(parameters)).isZero();
    assertThat(facts.scopeOf(1)).isZero();
    assertThat(facts.string(facts.namespace())).isEqualTo("java.util");
    int parameter = facts.listItem(facts.typeParameters(1), 0);
    assertThat(facts.scopeOf(parameter)).isEqualTo(parameters);
    assertThat(facts.string(facts.name(parameter))).isEqualTo("E");
  }

  @Test
  void refusesDamageWithoutFailing() throws Exception {
    byte[] good = classFile("java/util/Map").orElseThrow();
    ClassReader reader = new ClassReader();
    assertThatThrownBy(() -> reader.read(ClassReader.parse(new byte[0]), _ -> Optional.empty()))
        .isInstanceOf(MalformedClassException.class);
    long seed = 20_260_101L;
    Random random = new Random(seed);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k <= random.nextInt(4); k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        reader.read(ClassReader.parse(bad), _ -> Optional.empty());
      } catch (MalformedClassException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", try " + i, e);
      }
    }
    assertThat(refused).isPositive();
    assertThat(
            new ShownFacts(reader.read(ClassReader.parse(good), ClassReaderTest::classFile).facts())
                .columns())
        .isEqualTo(new ShownFacts(read("java/util/Map").facts()).columns());
  }

  private static List<String> ours(Class<?> type) throws MalformedClassException {
    return lines(type.getNestHost().getName().replace('.', '/'));
  }

  private static List<String> lines(String name) throws MalformedClassException {
    return new ShownFacts(read(name).facts()).lines();
  }

  private static ClassReader.TypeFacts read(String name) throws MalformedClassException {
    return new ClassReader()
        .read(ClassReader.parse(classFile(name).orElseThrow()), ClassReaderTest::classFile);
  }

  static Optional<byte[]> classFile(String name) {
    try (InputStream in = ClassReaderTest.class.getResourceAsStream("/" + name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
