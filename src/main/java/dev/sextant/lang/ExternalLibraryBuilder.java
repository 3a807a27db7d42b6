package dev.sextant.lang;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the facts of types into an {@link ExternalLibrary}.
 *
 * <p>Each is encoded as it comes, so that the builder never holds more than the library will.
 *
 * <p><b>Threads:</b> confined to its owner.
 */
public final class ExternalLibraryBuilder {
  private record Row(
      String packageName, String name, int declarations, int scopes, int start, int length) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<byte[]> strings = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final ByteRows blobs = new ByteRows();

  /**
   * Adds a top-level type; {@code packageName} has dots and is empty for the unnamed package.
   *
   * <p><b>Cost:</b> in proportion to the facts.
   */
  public void add(String packageName, String name, FileFacts facts) {
    int start = blobs.size();
    FactsCodec.encode(facts, blobs, this::numberOf);
    numberOf(packageName);
    numberOf(name);
    rows.add(
        new Row(
            packageName,
            name,
            facts.declarationCount(),
            facts.scopeCount(),
            start,
            blobs.size() - start));
  }

  private int numberOf(String string) {
    return numbers.computeIfAbsent(
        string,
        added -> {
          strings.add(added.getBytes(StandardCharsets.UTF_8));
          return strings.size() - 1;
        });
  }

  /** The library of what was added; the same types in any order give types in the same order. */
  public ExternalLibrary build() {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(Row::packageName).thenComparing(Row::name));
    int[] directory = new int[sorted.size() * ExternalLibrary.STRIDE];
    ByteRows ordered = new ByteRows();
    byte[] unordered = blobs.copy();
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      int at = i * ExternalLibrary.STRIDE;
      directory[at] = numberOf(row.packageName);
      directory[at + 1] = numberOf(row.name);
      directory[at + 2] = row.declarations;
      directory[at + 3] = row.scopes;
      directory[at + 4] = ordered.size();
      ordered.addAll(unordered, row.start, row.length);
    }
    int[] starts = new int[strings.size() + 1];
    ByteRows text = new ByteRows();
    for (int i = 0; i < strings.size(); i++) {
      text.addAll(strings.get(i), 0, strings.get(i).length);
      starts[i + 1] = text.size();
    }
    return new ExternalLibrary(text.copy(), starts, directory, ordered.copy());
  }
}
