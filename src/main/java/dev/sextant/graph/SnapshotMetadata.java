package dev.sextant.graph;

import static dev.sextant.graph.GraphColumns.METADATA_NUMBERS;
import static dev.sextant.graph.GraphColumns.METADATA_OFFSETS;
import static dev.sextant.graph.GraphColumns.METADATA_TEXT;

import dev.sextant.graph.columns.ColumnReader;
import dev.sextant.graph.columns.ColumnWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a snapshot says beside the graph: enough to serve it again and to find what changed since.
 *
 * @param origin what the graph was made of
 * @param generation the number of the graph among those of its workspace
 * @param publishedAt when it became current
 * @param gitState the state of the repository that the graph was made against, as its writer spells
 *     it; empty when there is none
 * @param notes more texts by name, of which the snapshot knows nothing
 * @param tree the files as they were when the graph was made
 */
public record SnapshotMetadata(
    SnapshotOrigin origin,
    long generation,
    Instant publishedAt,
    String gitState,
    Map<String, String> notes,
    TreeState tree) {
  private static final int FIXED_TEXTS = 5;

  /** Copies what can change. */
  public SnapshotMetadata {
    notes = Map.copyOf(notes);
  }

  void writeColumns(ColumnWriter to) throws IOException {
    var texts = new ArrayList<String>();
    texts.addAll(
        List.of(
            origin.root(),
            origin.rootMode(),
            origin.configurationFingerprint(),
            origin.producer(),
            gitState));
    // Sorted, so that equal metadata give equal bytes.
    new TreeMap<>(notes)
        .forEach(
            (name, text) -> {
              texts.add(name);
              texts.add(text);
            });
    StringTable.of(texts).writeColumns(to, METADATA_TEXT, METADATA_OFFSETS);
    to.longs(
        METADATA_NUMBERS,
        new long[] {generation, publishedAt.getEpochSecond(), publishedAt.getNano()});
    tree.writeColumns(to);
  }

  static SnapshotMetadata readColumns(ColumnReader from) throws IOException {
    StringTable texts = StringTable.readColumns(from, METADATA_TEXT, METADATA_OFFSETS);
    long[] numbers = from.longs(METADATA_NUMBERS);
    if (texts.count() < FIXED_TEXTS || texts.count() % 2 == 0 || numbers.length != 3) {
      throw from.damaged("its metadata are incomplete");
    }
    var notes = new TreeMap<String, String>();
    for (int i = FIXED_TEXTS; i < texts.count(); i += 2) {
      notes.put(texts.get(i), texts.get(i + 1));
    }
    try {
      return new SnapshotMetadata(
          new SnapshotOrigin(texts.get(0), texts.get(1), texts.get(2), texts.get(3)),
          numbers[0],
          Instant.ofEpochSecond(numbers[1], numbers[2]),
          texts.get(4),
          notes,
          TreeState.readColumns(from));
    } catch (DateTimeException | ArithmeticException _) {
      throw from.damaged("its time is out of range");
    }
  }
}
