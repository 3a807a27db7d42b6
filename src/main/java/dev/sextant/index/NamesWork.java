package dev.sextant.index;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FactsPacker;
import dev.sextant.resolve.LinkUnit;
import dev.sextant.resolve.UnitNames;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One worker's declaring: finds what files declare for others.
 *
 * <p><b>Threads:</b> confined to its worker; writes the row of the file it has.
 */
final class NamesWork implements ItemWork {
  private final List<ExtractedFile> files;
  private final int[] items;
  private final StringInterner names;
  private final AtomicReferenceArray<UnitNames> found;
  private final FactsPacker packer = new FactsPacker();

  /** Declares those of {@code files} that {@code items} has, by their positions in it. */
  NamesWork(
      List<ExtractedFile> files,
      int[] items,
      StringInterner names,
      AtomicReferenceArray<UnitNames> found) {
    this.files = files;
    this.items = items;
    this.names = names;
    this.found = found;
  }

  @Override
  public void run(int position) {
    int file = items[position];
    LinkUnit unit = files.get(file).unit();
    found.set(file, UnitNames.of(unit, unit.facts(packer), names));
  }

  @Override
  public void close() {
    packer.close();
  }
}
