package dev.sextant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direction of dependencies between packages, row by row, and what the core may not touch. */
class LayeringTest {
  private static final String BASE = "dev.sextant.";
  private static final String[] CORE = {
    "dev.sextant.cancellation..",
    "dev.sextant.source..",
    "dev.sextant.graph..",
    "dev.sextant.scip..",
    "dev.sextant.syntax..",
    "dev.sextant.lang..",
    "dev.sextant.resolve..",
    "dev.sextant.index..",
    "dev.sextant.query..",
    "dev.sextant.watch.."
  };
  private static final Set<String> PACKAGES =
      Set.of(
          "app",
          "cli",
          "rpc",
          "web",
          "health",
          "security",
          "rebuild",
          "persist",
          "workspace",
          "watch",
          "query",
          "index",
          "resolve",
          "scip",
          "lang",
          "syntax",
          "graph",
          "source",
          "cancellation");
  private static final JavaClasses MAIN =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @ParameterizedTest(name = "{0} may know {1}")
  @CsvSource({
    "cancellation, ''",
    "source, cancellation",
    "graph, source cancellation",
    "scip, graph source cancellation",
    "syntax, graph source cancellation",
    "lang, syntax graph source cancellation",
    "resolve, lang syntax graph source cancellation",
    "index, resolve lang syntax graph scip source cancellation",
    "query, index resolve lang syntax graph scip source cancellation",
    "watch, source cancellation",
    "workspace, query index resolve lang syntax graph scip source cancellation",
    "persist, workspace query index resolve lang syntax graph scip source cancellation",
    "rebuild, persist workspace watch query index resolve lang syntax graph scip source cancellation",
    "cli, rpc web health security rebuild persist workspace watch query index resolve lang syntax graph scip source"
        + " cancellation",
    "rpc, cli web health security rebuild persist workspace watch query index resolve lang syntax graph scip source"
        + " cancellation",
    "web, cli rpc health security rebuild persist workspace watch query index resolve lang syntax graph scip source"
        + " cancellation",
    "health, cli rpc web security rebuild persist workspace watch query index resolve lang syntax graph scip source"
        + " cancellation",
    "security, cli rpc web health rebuild persist workspace watch query index resolve lang syntax graph scip source"
        + " cancellation"
  })
  void knowsOnlyWhatLiesBelow(String name, String below) {
    List<String> allowed = new ArrayList<>();
    allowed.add(BASE + name + "..");
    Arrays.stream(below.split(" "))
        .filter(one -> !one.isEmpty())
        .forEach(one -> allowed.add(BASE + one + ".."));

    DescribedPredicate<JavaClass> ours = resideInAPackage("dev.sextant..");
    check(
        noClasses()
            .that()
            .resideInAPackage(BASE + name + "..")
            .should()
            .dependOnClassesThat(
                ours.and(not(resideInAnyPackage(allowed.toArray(String[]::new))))));
  }

  @Test
  void hasARowForEveryPackage() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : MAIN) {
      String name = type.getPackageName();
      if (name.startsWith(BASE)) {
        found.add(name.substring(BASE.length()).split("\\.")[0]);
      }
    }

    assertThat(found).isNotEmpty().isSubsetOf(PACKAGES);
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().matching("dev.sextant.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void languageFoldersDoNotKnowEachOther() {
    slices()
        .matching("dev.sextant.lang.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.quarkus..",
        "io.vertx..",
        "io.smallrye..",
        "io.micrometer..",
        "jakarta..",
        "org.eclipse.microprofile..",
        "com.fasterxml.jackson..",
        "picocli.."
      })
  void coreIsPlainJava(String framework) {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(framework));
  }

  @Test
  void nothingNeedsWhatANativeImageLacks() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.sextant..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.lang.foreign..", "sun.misc..")
                    .or(JavaClass.Predicates.equivalentTo(MethodHandle.class))));
  }

  @Test
  void timeAndChanceArePassedIn() {
    GivenClassesConjunction insideTheEdges =
        noClasses().that().resideOutsideOfPackages(BASE + "app..", BASE + "cli..");
    check(insideTheEdges.should().callMethod(Instant.class, "now"));
    check(insideTheEdges.should().callMethod(System.class, "nanoTime"));
    check(insideTheEdges.should().callMethod(System.class, "currentTimeMillis"));
    check(insideTheEdges.should().callMethod(Math.class, "random"));
    check(insideTheEdges.should().callMethod(Thread.class, "sleep", long.class));
    check(insideTheEdges.should().callMethod(Thread.class, "sleep", long.class, int.class));
    check(insideTheEdges.should().callMethod(Thread.class, "sleep", Duration.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }
}
