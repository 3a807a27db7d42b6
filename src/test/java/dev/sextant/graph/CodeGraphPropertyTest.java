package dev.sextant.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GraphDump;
import dev.sextant.testing.GraphModel;
import dev.sextant.testing.RandomGraphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Compares linked graphs with the plain lists they were made from. */
class CodeGraphPropertyTest {
  private static final long FIRST_SEED = Long.getLong("property.seed", 1);
  private static final int TRIES = Integer.getInteger("property.tries", 300);

  @Test
  void keepsFilesAndSymbolsAsTheyWereAdded() {
    forEachSeed(
        (model, graph) -> {
          assertThat(graph.files().count()).isEqualTo(model.files.size());
          assertThat(graph.symbols().count()).isEqualTo(model.symbols.size());
          for (int file = 0; file < model.files.size(); file++) {
            GraphModel.File expected = model.files.get(file);
            assertThat(graph.files().path(file)).isEqualTo(expected.path());
            assertThat(graph.files().find(expected.path())).isEqualTo(file);
            assertThat(graph.files().language(file)).isEqualTo(expected.language());
            assertThat(graph.names().get(graph.files().namespaceNameId(file)))
                .isEqualTo(expected.namespace());
            assertThat(graph.files().firstSymbol(file)).isEqualTo(model.firstSymbol(file));
            assertThat(graph.files().counts(file))
                .isEqualTo(new LinkCounts(file, 2 * file, 3 * file));
          }
          for (int symbol = 0; symbol < model.symbols.size(); symbol++) {
            assertThat(symbol(graph, symbol)).isEqualTo(model.symbols.get(symbol));
          }
        });
  }

  @Test
  void ordersOccurrencesByEnclosingSymbolAndStart() {
    forEachSeed(
        (model, graph) -> {
          var expected = new ArrayList<>(model.occurrences);
          expected.sort(
              Comparator.comparingInt(GraphModel.Occurrence::enclosing)
                  .thenComparingInt(GraphModel.Occurrence::start));
          var actual =
              IntStream.range(0, graph.occurrences().count())
                  .mapToObj(i -> occurrence(graph, i))
                  .toList();
          assertThat(actual).isEqualTo(expected);
          for (int symbol = 0; symbol < model.symbols.size(); symbol++) {
            for (int i = graph.occurrences().firstOut(symbol);
                i < graph.occurrences().endOut(symbol);
                i++) {
              assertThat(graph.occurrences().enclosing(i)).isEqualTo(symbol);
            }
          }
        });
  }

  @Test
  void findsEveryOccurrenceFromItsTarget() {
    forEachSeed(
        (model, graph) -> {
          for (int symbol = 0; symbol < model.symbols.size(); symbol++) {
            int target = symbol;
            var actual =
                IntStream.range(0, graph.occurrences().countIn(symbol))
                    .map(i -> graph.occurrences().in(target, i))
                    .boxed()
                    .toList();
            var expected =
                IntStream.range(0, graph.occurrences().count())
                    .filter(i -> graph.occurrences().target(i) == target)
                    .boxed()
                    .toList();
            assertThat(actual).isEqualTo(expected);
          }
        });
  }

  @Test
  void findsSupertypesBothWays() {
    forEachSeed(
        (model, graph) -> {
          Map<Integer, TreeSet<Integer>> up = new HashMap<>();
          Map<Integer, TreeSet<Integer>> down = new HashMap<>();
          for (GraphModel.Supertype pair : model.supertypes) {
            up.computeIfAbsent(pair.subtype(), _ -> new TreeSet<>()).add(pair.supertype());
            down.computeIfAbsent(pair.supertype(), _ -> new TreeSet<>()).add(pair.subtype());
          }
          for (int symbol = 0; symbol < model.symbols.size(); symbol++) {
            assertThat(boxed(graph.supertypes().supertypes(symbol)))
                .isEqualTo(List.copyOf(up.getOrDefault(symbol, new TreeSet<>())));
            assertThat(boxed(graph.supertypes().subtypes(symbol)))
                .isEqualTo(List.copyOf(down.getOrDefault(symbol, new TreeSet<>())));
          }
        });
  }

  @Test
  void findsSymbolsByTheirNames() {
    forEachSeed(
        (model, graph) -> {
          var byName = new TreeMap<String, List<Integer>>();
          for (int symbol = 0; symbol < model.symbols.size(); symbol++) {
            byName
                .computeIfAbsent(model.symbols.get(symbol).name(), _ -> new ArrayList<>())
                .add(symbol);
          }
          NameIndex names = graph.names();
          byName.forEach(
              (name, symbols) -> assertThat(bearing(names, names.find(name))).isEqualTo(symbols));
          assertThat(names.find("not there")).isEqualTo(-1);
          for (String prefix : List.of("", "a", "a+", "To", "g", "😀", "zz")) {
            var expected = new TreeSet<String>();
            for (int name = 0; name < names.count(); name++) {
              if (names.get(name).startsWith(prefix)) {
                expected.add(names.get(name));
              }
            }
            var actual =
                IntStream.range(names.firstWithPrefix(prefix), names.endWithPrefix(prefix))
                    .mapToObj(names::get);
            assertThat(new TreeSet<>(actual.toList())).isEqualTo(expected);
          }
        });
  }

  @Test
  void findsWhatStandsAtEveryOffset() {
    forEachSeed(
        (model, graph) -> {
          for (int file = 0; file < model.files.size(); file++) {
            for (int offset = 0; offset <= model.files.get(file).length(); offset++) {
              assertThat(graph.places().enclosing(file, offset))
                  .isEqualTo(enclosing(model, file, offset));
              assertThat(boxed(graph.places().occurrences(file, offset)))
                  .isEqualTo(occurrencesAt(model, graph, file, offset));
            }
          }
        });
  }

  @Test
  void rendersIdsThatAreUniqueAndResolveBack() {
    forEachSeed(
        (model, graph) -> {
          var seen = new HashMap<String, Integer>();
          for (int symbol = 0; symbol < graph.symbols().count(); symbol++) {
            String id = graph.ids().render(symbol);
            assertThat(seen.put(id, symbol)).as(id).isNull();
            assertThat(graph.ids().resolve(id)).as(id).isEqualTo(symbol);
          }
        });
  }

  @Test
  void doesNotDependOnTheOrderInWhichNamesWereInterned() {
    forEachSeed(
        (model, graph) -> {
          var names = new StringInterner();
          for (int i = model.symbols.size() - 1; i >= 0; i--) {
            names.intern(i + "unused");
            names.intern(model.symbols.get(i).name());
          }
          CodeGraph again = model.link(names);

          assertThat(GraphDump.of(again)).isEqualTo(GraphDump.of(graph));
          assertThat(again.sizeBytes()).isEqualTo(graph.sizeBytes());
        });
  }

  private static void forEachSeed(BiConsumer<GraphModel, CodeGraph> check) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIES; seed++) {
      GraphModel model = RandomGraphs.graph(seed);
      try {
        check.accept(model, model.link());
      } catch (AssertionError | RuntimeException e) {
        Assertions.fail("failed with -Dproperty.seed=" + seed + " -Dproperty.tries=1", e);
      }
    }
  }

  private static GraphModel.Symbol symbol(CodeGraph graph, int symbol) {
    SymbolTable symbols = graph.symbols();
    return new GraphModel.Symbol(
        symbols.file(symbol),
        symbols.kind(symbol),
        symbols.name(symbol),
        symbols.disambiguator(symbol),
        symbols.container(symbol),
        symbols.nameStart(symbol),
        symbols.nameEnd(symbol),
        symbols.start(symbol),
        symbols.bodyStart(symbol),
        symbols.end(symbol),
        symbols.modifiers(symbol));
  }

  private static GraphModel.Occurrence occurrence(CodeGraph graph, int i) {
    OccurrenceTable occurrences = graph.occurrences();
    return new GraphModel.Occurrence(
        occurrences.enclosing(i),
        occurrences.start(i),
        occurrences.end(i),
        occurrences.target(i),
        occurrences.role(i),
        occurrences.evidence(i));
  }

  private static int enclosing(GraphModel model, int file, int offset) {
    int found = model.firstSymbol(file);
    for (int i = found; i < model.symbols.size() && model.symbols.get(i).file() == file; i++) {
      GraphModel.Symbol symbol = model.symbols.get(i);
      // Later symbols that are around the offset too are nested in the earlier ones.
      if (symbol.start() <= offset && offset < symbol.end()) {
        found = i;
      }
    }
    return found;
  }

  private static List<Integer> occurrencesAt(
      GraphModel model, CodeGraph graph, int file, int offset) {
    var inside = new ArrayList<Integer>();
    var touched = new ArrayList<Integer>();
    for (int i = 0; i < graph.occurrences().count(); i++) {
      GraphModel.Occurrence occurrence = occurrence(graph, i);
      if (model.symbols.get(occurrence.enclosing()).file() == file
          && occurrence.start() <= offset) {
        if (offset < occurrence.end()) {
          inside.add(i);
        } else if (offset == occurrence.end()) {
          touched.add(i);
        }
      }
    }
    return inside.isEmpty() ? touched : inside;
  }

  private static List<Integer> bearing(NameIndex names, int name) {
    return IntStream.range(0, names.symbolCount(name))
        .mapToObj(i -> names.symbol(name, i))
        .toList();
  }

  private static List<Integer> boxed(int[] values) {
    return IntStream.of(values).boxed().toList();
  }
}
