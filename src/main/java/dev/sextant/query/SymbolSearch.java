package dev.sextant.query;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.SymbolKind;
import java.util.Optional;
import java.util.Set;

/**
 * Finds symbols whose simple names match a text, best first.
 *
 * <p>Outside regular expressions, what stands before the last dot of a text may also be the end of
 * the dotted name of what a symbol is declared in, whatever its case: {@code arraylist.gr} finds
 * {@code ArrayList.grow}.
 */
public final class SymbolSearch {
  /** The longest text that is accepted, in UTF-16 units. */
  public static final int MAX_TEXT = 256;

  private SymbolSearch() {}

  /**
   * Asks for symbols.
   *
   * @param text what names are compared with; empty only in the modes {@code fuzzy} and {@code
   *     prefix}, where it matches every name
   * @param kinds which kinds; all when empty
   * @param languages which languages, by id; all when empty
   * @param pathGlob where, as {@link PathGlob} says; everywhere when empty
   */
  public record Request(
      String text,
      SearchMode mode,
      Set<SymbolKind> kinds,
      Set<String> languages,
      String pathGlob,
      Window window) {
    /** Copies the sets. */
    public Request {
      kinds = Set.copyOf(kinds);
      languages = Set.copyOf(languages);
    }
  }

  /** What came of a search. */
  public sealed interface Outcome {}

  /**
   * The symbols found: by score, types before callables before the rest, then by name and the order
   * of the graph.
   */
  public record Matches(Slice<SymbolSummary> symbols) implements Outcome {}

  /** The request cannot be searched for; {@code reason} says why and what to do. */
  public record Refused(String reason) implements Outcome {}

  /** The symbols of {@code graph} that {@code request} asks for. */
  public static Outcome in(CodeGraph graph, Request request, Cancellation cancellation) {
    if (request.text().length() > MAX_TEXT) {
      return new Refused(
          "searching for a text of "
              + request.text().length()
              + " units: write at most "
              + MAX_TEXT);
    }
    if (request.text().isEmpty()
        && (request.mode() == SearchMode.EXACT || request.mode() == SearchMode.REGEX)) {
      return new Refused("searching for an empty text: the modes exact and regex need one");
    }
    Optional<NameMatcher> matcher = NameMatcher.of(request.mode(), request.text());
    if (matcher.isEmpty()) {
      return new Refused(
          "searching for '"
              + request.text()
              + "': it is not a regular expression that RE2 understands");
    }
    Optional<PathGlob> glob =
        PathGlob.parse(request.pathGlob().isEmpty() ? "**" : request.pathGlob());
    if (glob.isEmpty()) {
      return new Refused(
          "searching in '"
              + request.pathGlob()
              + "': close its braces, do not nest them, and write at most "
              + PathGlob.MAX_LENGTH
              + " units");
    }
    var scan = new SearchScan(graph, request, glob.get(), new Poll(cancellation));
    scan.names(matcher.get());
    int dot = request.text().lastIndexOf('.');
    if (dot > 0 && request.mode() != SearchMode.REGEX) {
      NameMatcher.of(request.mode(), request.text().substring(dot + 1))
          .ifPresent(last -> scan.membersOf(request.text().substring(0, dot), last));
    }
    return new Matches(scan.found());
  }
}
