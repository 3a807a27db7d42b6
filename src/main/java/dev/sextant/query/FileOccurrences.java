package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.OccurrenceTable;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.graph.SymbolTable;
import dev.sextant.source.LineTable;
import dev.sextant.source.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which names of a file mean which symbols, in the order of the source: what a code browser makes
 * links of.
 *
 * @param path the file
 * @param language the id of its language
 * @param items the names; one with several possible targets is there once for each
 * @param belowFloor what the floor left out
 */
public record FileOccurrences(
    String path, String language, Slice<Item> items, BelowFloor belowFloor) {

  /** Asks for the names of a file whose evidence reaches {@code floor}. */
  public record Request(String path, Evidence floor, Window window) {}

  /** A name that means a symbol. */
  public sealed interface Item {
    /** Where the name stands. */
    Range range();

    /** The public id of the symbol. */
    String symbol();

    /** What the symbol is. */
    SymbolKind kind();
  }

  /** A name where its symbol is declared. */
  public record Declared(Range range, String symbol, SymbolKind kind) implements Item {}

  /** A name that uses a symbol. */
  public record Used(Range range, String symbol, SymbolKind kind, Role role, Evidence evidence)
      implements Item {}

  /** The names that {@code request} asks for; empty when {@code graph} does not have the file. */
  public static Optional<FileOccurrences> in(
      CodeGraph graph, Request request, Cancellation cancellation) {
    int file = graph.files().find(request.path());
    return file < 0
        ? Optional.empty()
        : Optional.of(in(graph, file, request, new Poll(cancellation)));
  }

  private static FileOccurrences in(CodeGraph graph, int file, Request request, Poll poll) {
    var floor = new BelowFloor.Counter(request.floor());
    long[] places = places(graph, file, floor, poll);
    int first = graph.files().firstSymbol(file);
    int symbols = graph.files().endSymbol(file) - first;
    int firstOccurrence = graph.occurrences().firstOut(first);
    var items = new ArrayList<Item>();
    for (int i = request.window().offset(); i < request.window().end(places.length); i++) {
      poll.item();
      int number = (int) places[i];
      items.add(
          number < symbols
              ? declared(graph, file, first + number)
              : used(graph, file, firstOccurrence + number - symbols));
    }
    return new FileOccurrences(
        request.path(),
        graph.files().language(file),
        new Slice<>(items, request.window().offset(), places.length),
        floor.counted());
  }

  /**
   * Start << 32 | number, ascending; a number is that of a symbol of the file, or behind those of
   * an occurrence.
   */
  private static long[] places(CodeGraph graph, int file, BelowFloor.Counter floor, Poll poll) {
    int first = graph.files().firstSymbol(file);
    int end = graph.files().endSymbol(file);
    OccurrenceTable occurrences = graph.occurrences();
    int firstOccurrence = occurrences.firstOut(first);
    int endOccurrence = occurrences.endOut(end - 1);
    var places = new long[end - first + endOccurrence - firstOccurrence];
    int count = 0;
    for (int symbol = first + 1; symbol < end; symbol++) {
      poll.item();
      // What is implied by the language has no name in the source.
      if (graph.symbols().nameStart(symbol) < graph.symbols().nameEnd(symbol)) {
        places[count++] = (long) graph.symbols().nameStart(symbol) << 32 | symbol - first;
      }
    }
    for (int occurrence = firstOccurrence; occurrence < endOccurrence; occurrence++) {
      poll.item();
      if (floor.admits(occurrences.evidence(occurrence))) {
        int number = end - first + occurrence - firstOccurrence;
        places[count++] = (long) occurrences.start(occurrence) << 32 | number;
      }
    }
    Arrays.sort(places, 0, count);
    return Arrays.copyOf(places, count);
  }

  private static Declared declared(CodeGraph graph, int file, int symbol) {
    SymbolTable symbols = graph.symbols();
    Range range =
        graph.files().lines(file).range(symbols.nameStart(symbol), symbols.nameEnd(symbol));
    return new Declared(range, graph.ids().render(symbol), symbols.kind(symbol));
  }

  private static Used used(CodeGraph graph, int file, int occurrence) {
    OccurrenceTable occurrences = graph.occurrences();
    LineTable lines = graph.files().lines(file);
    int target = occurrences.target(occurrence);
    return new Used(
        lines.range(occurrences.start(occurrence), occurrences.end(occurrence)),
        graph.ids().render(target),
        graph.symbols().kind(target),
        occurrences.role(occurrence),
        occurrences.evidence(occurrence));
  }
}
