package dev.sextant.accuracy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures the Java and TypeScript edges of Sextant on the libraries that are named, or on all of
 * them.
 *
 * <p>System properties: {@code accuracy.library} names libraries too, with commas; {@code
 * accuracy.examples} is the number of examples a category has; {@code accuracy.update=true} makes
 * the results the new floor and writes the tables into the documentation.
 */
public final class Main {
  private static final Path RESOURCES = Path.of("src/test/resources/accuracy");
  private static final Path WORK = Path.of("target/accuracy");
  private static final Path DOCUMENT = Path.of("docs/accuracy.md");
  private static final int TOP = 25;

  private final PrintStream out;
  private final int examples = Integer.getInteger("accuracy.examples", 20);

  private Main(PrintStream out) {
    this.out = out;
  }

  /** Runs in the root of a checkout; ends with 1 when a score is below its floor. */
  public static void main(String[] arguments) throws IOException {
    List<String> names = new ArrayList<>(List.of(arguments));
    names.addAll(List.of(System.getProperty("accuracy.library", "").split(",")));
    names.removeIf(String::isBlank);
    List<String> failures =
        new Main(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(names);
    if (!failures.isEmpty()) {
      failures.forEach(System.err::println);
      System.exit(1);
    }
  }

  private List<String> run(List<String> names) throws IOException {
    Floor floor = new Floor(RESOURCES.resolve("floor.properties"));
    List<Result> results = new ArrayList<>();
    List<Result> packages = new ArrayList<>();
    for (Library library : wanted(names)) {
      (library.isPackage() ? packages : results).add(measure(library));
    }
    for (List<Result> language : List.of(results, packages)) {
      if (!language.isEmpty()) {
        out.println(Tables.scores(language));
        out.println(Tables.kinds(language));
        out.println(Tables.evidence(language));
      }
    }
    if (Boolean.getBoolean("accuracy.update")) {
      floor.write(Stream.concat(results.stream(), packages.stream()).toList());
      if (names.isEmpty()) {
        document(results, packages);
      }
      return List.of();
    }
    return Stream.concat(results.stream(), packages.stream())
        .flatMap(result -> floor.failures(result).stream())
        .toList();
  }

  private static List<Library> wanted(List<String> names) throws IOException {
    List<Library> all = Library.all(RESOURCES.resolve("libraries.properties"));
    Set<String> wanted = Set.copyOf(names);
    List<Library> found =
        all.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.name())).toList();
    if (found.isEmpty() || (!wanted.isEmpty() && found.size() < wanted.size())) {
      throw new IllegalArgumentException(
          "no library is called %s: there are %s"
              .formatted(names, all.stream().map(Library::name).toList()));
    }
    return found;
  }

  private Result measure(Library library) throws IOException {
    LibraryFolder folder = new LibraryFolder(library, WORK);
    Comparison comparison = new Comparison(folder.key(), folder.edges());
    ErrorReport errors = new ErrorReport(comparison, folder.tree(), examples);
    errors.write(folder.errors());
    out.println(library.name() + ": the most common errors, with examples in " + folder.errors());
    errors.top(TOP).forEach(out::println);
    out.println();
    return Result.of(library.name(), comparison);
  }

  private static void document(List<Result> results, List<Result> packages) throws IOException {
    String begin = "<!-- results -->\n";
    String end = "<!-- end of results -->";
    String text = Files.readString(DOCUMENT);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    String tables =
        "\n%s, commit `%s`. Java:\n\n%s\nTypeScript:\n\n%s\nPrecision by evidence:\n\n%s\n%s\n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("accuracy.commit", "unknown"),
                Tables.scores(results),
                Tables.scores(packages),
                Tables.evidence(results),
                Tables.evidence(packages));
    Files.writeString(DOCUMENT, text.substring(0, from) + tables + text.substring(to));
  }
}
