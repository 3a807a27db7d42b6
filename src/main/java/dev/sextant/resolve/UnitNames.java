package dev.sextant.resolve;

import dev.sextant.graph.StringInterner;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;
import dev.sextant.lang.ScopeKind;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

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

  private UnitNames(
      String path, LanguageSupport language, NumberCursor from, int[] ids, StringInterner names) {
    this.path = names.intern(path);
    packageName = ids[from.number()];
    declarationCount = from.number();
    headerHash = from.longNumber();
    structural = language.rules().structural();
    topLevel = locals(from);
    topLevelNames = named(topLevel.length, from, ids);
    callables = locals(from);
    callableNames = named(callables.length, from, ids);
  }

  /**
   * Reads what {@link #write} wrote of the file with that path.
   *
   * @param ids the ids that the numbered names have
   */
  public static UnitNames read(
      String path, LanguageSupport language, NumberCursor from, int[] ids, StringInterner names) {
    return new UnitNames(path, language, from, ids, names);
  }

  /** Writes all but the path; names as what {@code numberOf} their ids is. */
  public void write(NumberRows to, IntUnaryOperator numberOf) {
    to.add(numberOf.applyAsInt(packageName));
    to.add(declarationCount);
    to.addLong(headerHash);
    write(topLevel, topLevelNames, to, numberOf);
    write(callables, callableNames, to, numberOf);
  }

  private static void write(int[] locals, int[] ids, NumberRows to, IntUnaryOperator numberOf) {
    to.addAscending(locals);
    for (int id : ids) {
      to.add(numberOf.applyAsInt(id));
    }
  }

  private int[] locals(NumberCursor from) {
    int[] locals = from.ascending();
    if (locals.length > 0 && locals[locals.length - 1] >= declarationCount) {
      throw new IllegalArgumentException(
          "reading declaration " + locals[locals.length - 1] + " of only " + declarationCount);
    }
    return locals;
  }

  private static int[] named(int count, NumberCursor from, int[] ids) {
    int[] named = new int[count];
    for (int i = 0; i < count; i++) {
      named[i] = ids[from.number()];
    }
    return named;
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
