package dev.sextant.resolve;

import java.util.Arrays;
import java.util.List;

/**
 * The callables of a workspace by name; a callable is numbered by its place among those of all
 * files.
 *
 * <p><b>Shape:</b> an open-addressing table from a name to its group, and the callables group after
 * group.
 *
 * <p><b>Threads:</b> immutable.
 */
final class CallableNames {
  private static final int[] NONE = {};

  private final int[] names; // name + 1, or 0
  private final int[] starts; // of the group in the slot
  private final int[] ends;
  private final int[] callables;

  /** Reads what the files declare. */
  CallableNames(List<UnitNames> files) {
    int count = 0;
    for (UnitNames file : files) {
      count += file.callableNames().length;
    }
    names = new int[Integer.highestOneBit(Math.max(8, count)) << 2];
    starts = new int[names.length];
    ends = new int[names.length];
    callables = new int[count];
    for (UnitNames file : files) {
      for (int name : file.callableNames()) {
        int slot = slot(name);
        names[slot] = name + 1;
        ends[slot]++;
      }
    }
    int start = 0;
    for (int slot = 0; slot < names.length; slot++) {
      starts[slot] = start;
      start += ends[slot];
      ends[slot] = starts[slot];
    }
    int callable = count;
    for (int file = files.size() - 1; file >= 0; file--) {
      int[] own = files.get(file).callableNames();
      for (int i = own.length - 1; i >= 0; i--) {
        callables[ends[slot(own[i])]++] = --callable;
      }
    }
  }

  private int slot(int name) {
    int mask = names.length - 1;
    int slot = (name * 0x9E3779B9) >>> 7 & mask;
    while (names[slot] != 0 && names[slot] != name + 1) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The callables called {@code name}, the last first. */
  int[] of(int name) {
    int slot = slot(name);
    return names[slot] == 0 ? NONE : Arrays.copyOfRange(callables, starts[slot], ends[slot]);
  }

  long sizeBytes() {
    return Integer.BYTES * (3L * names.length + callables.length);
  }
}
