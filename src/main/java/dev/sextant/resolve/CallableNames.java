package dev.sextant.resolve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The callables of a workspace by name.
 *
 * <p><b>Threads:</b> immutable.
 */
final class CallableNames {
  private static final int[] NONE = {};

  private final Map<Integer, int[]> byName = new HashMap<>();

  /** Reads what the files declare; {@code firstDeclaration} says from which number on. */
  CallableNames(List<UnitNames> files, int[] firstDeclaration) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int file = files.size() - 1; file >= 0; file--) {
      UnitNames names = files.get(file);
      for (int i = names.callables().length - 1; i >= 0; i--) {
        int local = names.callables()[i];
        add(names.nameOf(local), firstDeclaration[file] + local, counts);
      }
    }
    counts.forEach((name, count) -> byName.put(name, Arrays.copyOf(of(name), count)));
  }

  private void add(int name, int declaration, Map<Integer, Integer> counts) {
    int count = counts.merge(name, 1, Integer::sum);
    int[] room = of(name);
    if (count > room.length) {
      room = Arrays.copyOf(room, Math.max(2, 2 * room.length));
      byName.put(name, room);
    }
    room[count - 1] = declaration;
  }

  /** The callables called {@code name}, the last first; shared, not to be changed. */
  int[] of(int name) {
    return byName.getOrDefault(name, NONE);
  }
}
