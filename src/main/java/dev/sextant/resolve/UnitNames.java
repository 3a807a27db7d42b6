package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;

/**
 * What one file declares for others to find by name, in ids among all names.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class UnitNames {
  private final int path;
  private final int packageName;
  private final int[] topLevel;
  private final int[] topLevelNames;
  private final int[] callables;
  private final int[] callableNames;
  private final int declarationCount;
  private final long headerHash;
  private final boolean structural;

  private UnitNames(LinkUnit unit, FileFacts facts, StringInterner names) {
    path = names.intern(unit.path());
    packageName = names.intern(facts.namespace() < 0 ? "" : facts.string(facts.namespace()));
    declarationCount = facts.declarationCount();
    headerHash = new HeaderHash(unit.language(), facts).value();
    structural = unit.language().rules().structural();
    int[] top = new int[8];
    int[] called = new int[16];
    int topCount = 0;
    int calledCount = 0;
    for (int local = 1; local < declarationCount; local++) {
      // Broken text may have anything at its top; a package has types.
      if (facts.scopeKind(facts.scopeOf(local)) == ScopeKind.FILE && facts.kind(local).isType()) {
        top = with(top, topCount++, local);
      }
      if (facts.kind(local).isCallable()) {
        called = with(called, calledCount++, local);
      }
    }
    topLevel = Arrays.copyOf(top, topCount);
    callables = Arrays.copyOf(called, calledCount);
    topLevelNames = named(topLevel, facts, names);
    callableNames = named(callables, facts, names);
  }

  /** Reads the {@code facts} of a file. */
  public static UnitNames of(LinkUnit unit, FileFacts facts, StringInterner names) {
    return new UnitNames(unit, facts, names);
  }

  private static int[] named(int[] locals, FileFacts facts, StringInterner names) {
    int[] ids = new int[locals.length];
    for (int i = 0; i < ids.length; i++) {
      int string = facts.name(locals[i]);
      ids[i] =
          names.intern(
              facts.stringBytes(), facts.stringStart(string), facts.stringStart(string + 1));
    }
    return ids;
  }

  private static int[] with(int[] values, int at, int value) {
    int[] room = at < values.length ? values : Arrays.copyOf(values, 2 * at);
    room[at] = value;
    return room;
  }

  /** Bytes held by the arrays. */
  public long sizeBytes() {
    long ints = (long) topLevel.length + topLevelNames.length;
    return Integer.BYTES * (ints + callables.length + callableNames.length);
  }

  /** The id of the path. */
  public int path() {
    return path;
  }

  int packageName() {
    return packageName;
  }

  int declarationCount() {
    return declarationCount;
  }

  /** The types at the top of the file; shared, not to be changed. */
  int[] topLevel() {
    return topLevel;
  }

  /** The names of these, in the same order; shared, not to be changed. */
  int[] topLevelNames() {
    return topLevelNames;
  }

  /** The callables of the file; shared, not to be changed. */
  int[] callables() {
    return callables;
  }

  /** The names of these, in the same order; shared, not to be changed. */
  int[] callableNames() {
    return callableNames;
  }

  /** Whether what can be found by name is the same in the same order in another. */
  boolean offersSameAs(UnitNames other) {
    return this == other
        || (path == other.path
            && packageName == other.packageName
            && Arrays.equals(topLevelNames, other.topLevelNames)
            && Arrays.equals(callableNames, other.callableNames));
  }

  /** Tells apart what files declare for others to see. */
  long headerHash() {
    return headerHash;
  }

  /** Whether types follow from what is written anywhere, in other files too. */
  boolean isStructural() {
    return structural;
  }
}
