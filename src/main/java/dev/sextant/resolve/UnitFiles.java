package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FactsPacker;
import dev.sextant.lang.FileFacts;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the files of a workspace, unpacked when somebody looks into them.
 *
 * <p>What was unpacked is kept, up to a number of bytes; then what was unpacked first is dropped,
 * to be unpacked again if need be. Facts that were not packed when the build began are kept.
 *
 * <p><b>Threads:</b> safe, without locks; two workers may unpack the same facts, and one of the
 * equal results is kept.
 */
final class UnitFiles {
  private static final class Open {
    private final FileFacts facts;
    private final int[] nameIds;

    private Open(FileFacts facts, int[] nameIds) {
      this.facts = facts;
      this.nameIds = nameIds;
    }

    private long sizeBytes() {
      return facts.sizeBytes() + (long) Integer.BYTES * nameIds.length;
    }
  }

  private final List<LinkUnit> units;
  private final StringInterner names;
  private final long mostBytes;
  private final AtomicReferenceArray<@Nullable Open> open;
  private final Queue<Integer> unpacked = new ConcurrentLinkedQueue<>();
  private final AtomicLong unpackedBytes = new AtomicLong();
  private final Queue<FactsPacker> idle = new ConcurrentLinkedQueue<>();

  /** The facts of {@code units}, of which about {@code mostBytes} are kept unpacked. */
  UnitFiles(List<LinkUnit> units, StringInterner names, long mostBytes) {
    this.units = units;
    this.names = names;
    this.mostBytes = mostBytes;
    open = new AtomicReferenceArray<>(units.size());
  }

  int count() {
    return units.size();
  }

  LinkUnit unit(int file) {
    return units.get(file);
  }

  FileFacts facts(int file) {
    Open known = open.get(file);
    return (known == null ? opened(file) : known).facts;
  }

  /** The id that string {@code string} of a file has among all names. */
  int nameId(int file, int string) {
    Open known = open.get(file);
    return (known == null ? opened(file) : known).nameIds[string];
  }

  private Open opened(int file) {
    boolean fresh = units.get(file).open() != null;
    FileFacts facts = facts(units.get(file));
    Open made = new Open(facts, NameIds.of(facts, names));
    Open raced = open.compareAndExchange(file, null, made);
    if (raced != null) {
      return raced;
    }
    if (!fresh) {
      keep(file, made.sizeBytes());
    }
    return made;
  }

  private FileFacts facts(LinkUnit unit) {
    FactsPacker taken = idle.poll();
    FactsPacker packer = taken == null ? new FactsPacker() : taken;
    try {
      return unit.facts(packer);
    } finally {
      idle.add(packer);
    }
  }

  private void keep(int file, long bytes) {
    unpacked.add(file);
    long kept = unpackedBytes.addAndGet(bytes);
    while (kept > mostBytes) {
      Integer first = unpacked.poll();
      Open dropped = first == null ? null : open.getAndSet(first, null);
      if (dropped == null) {
        return;
      }
      kept = unpackedBytes.addAndGet(-dropped.sizeBytes());
    }
  }

  /** Gives back what unpacking needs outside of the heap. */
  void close() {
    for (FactsPacker packer = idle.poll(); packer != null; packer = idle.poll()) {
      packer.close();
    }
  }
}
