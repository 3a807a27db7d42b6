package dev.sextant.resolve;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.StringInterner;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed between two builds, and which files have to be linked anew because of it.
 *
 * <p>A file is linked anew when it changed, when it asked for a name whose answer may be another
 * now, or when it looked into a file whose declarations may mean something else now. The latter are
 * those whose header changed, those that were removed, and those whose own declarations are to be
 * understood by way of such. Where types follow from what is written in bodies, as in TypeScript,
 * all files of such languages are linked anew when one of them changes.
 *
 * <p><b>Threads:</b> confined to one thread.
 */
public final class Changes {
  private final StringInterner names;
  private final QuestionKeys keys;
  private final BitSet headers = new BitSet();
  private final BitSet askedNames = new BitSet();
  private final Set<Integer> paths = new HashSet<>();
  private boolean declared;
  private boolean structural;

  /** No changes; {@code names} and {@code keys} are those of both builds. */
  public Changes(StringInterner names, QuestionKeys keys) {
    this.names = names;
    this.keys = keys;
  }

  /** A file is new. */
  public void added(UnitNames file) {
    structural |= file.isStructural();
    asked(NameKey.path(file.path()));
    header(file);
    offered(file);
  }

  /** A file is gone. */
  public void removed(UnitNames file) {
    added(file);
  }

  /** A file has another text. */
  public void changed(UnitNames before, UnitNames after) {
    structural |= after.isStructural();
    paths.add(after.path());
    if (before.headerHash() != after.headerHash()) {
      header(after);
      // A name that the file has as before leads to the file as before.
      offeredOnlyBy(before, after);
      offeredOnlyBy(after, before);
    }
  }

  private void header(UnitNames file) {
    declared = true;
    paths.add(file.path());
    mark(headers, NameKey.file(file.path()));
  }

  private void asked(long key) {
    mark(askedNames, key);
  }

  // What nobody asked has no number, and concerns nobody.
  private void mark(BitSet numbers, long key) {
    int number = keys.find(NameKey.stable(key, names));
    if (number >= 0) {
      numbers.set(number);
    }
  }

  private void offered(UnitNames file) {
    for (int name : file.topLevelNames()) {
      asked(NameKey.type(file.packageName(), name));
    }
    for (int name : file.callableNames()) {
      asked(NameKey.callable(name));
    }
  }

  private void offeredOnlyBy(UnitNames file, UnitNames other) {
    Set<Integer> types =
        file.packageName() == other.packageName() ? set(other.topLevelNames()) : Set.of();
    for (int name : file.topLevelNames()) {
      if (!types.contains(name)) {
        asked(NameKey.type(file.packageName(), name));
      }
    }
    Set<Integer> callables = set(other.callableNames());
    for (int name : file.callableNames()) {
      if (!callables.contains(name)) {
        asked(NameKey.callable(name));
      }
    }
  }

  private static Set<Integer> set(int[] names) {
    Set<Integer> set = new HashSet<>();
    for (int name : names) {
      set.add(name);
    }
    return set;
  }

  /**
   * The numbers of the files to be linked anew.
   *
   * @param before the files of the build before
   * @param after the files of this build
   * @param questions what each of these asked in the build before; those of new files have no
   *     meaning
   * @param cancellation polled for each file
   */
  public BitSet toRelink(
      List<UnitNames> before,
      List<UnitNames> after,
      List<Questions> questions,
      Cancellation cancellation) {
    if (declared) {
      packages(before, after);
      spread(after, questions, cancellation);
    }
    var relinked = new BitSet();
    for (int file = 0; file < after.size(); file++) {
      cancellation.check();
      if (paths.contains(after.get(file).path())
          || (structural && after.get(file).isStructural())
          || questions.get(file).lookedInto(headers)) {
        relinked.set(file);
      }
    }
    return relinked;
  }

  /** A package that comes or goes changes what its name and those around it mean. */
  private void packages(List<UnitNames> before, List<UnitNames> after) {
    Set<Integer> old = new HashSet<>();
    before.forEach(file -> old.add(file.packageName()));
    Set<Integer> now = new HashSet<>();
    after.forEach(file -> now.add(file.packageName()));
    for (int name : old) {
      if (!now.contains(name)) {
        packaged(names.get(name));
      }
    }
    for (int name : now) {
      if (!old.contains(name)) {
        packaged(names.get(name));
      }
    }
  }

  private void packaged(String name) {
    for (int dot = name.length(); dot >= 0; dot = dot == 0 ? -1 : name.lastIndexOf('.', dot - 1)) {
      asked(NameKey.packaged(names.intern(name.substring(0, dot))));
    }
  }

  /** Adds the files whose declarations are understood by way of what changed. */
  private void spread(List<UnitNames> after, List<Questions> questions, Cancellation cancellation) {
    var spread = new BitSet();
    boolean more = true;
    boolean first = true;
    while (more) {
      more = false;
      for (int file = 0; file < after.size(); file++) {
        cancellation.check();
        Questions asked = questions.get(file);
        if (!spread.get(file)
            && ((first && asked.askedFor(askedNames)) || asked.headerLookedInto(headers))) {
          spread.set(file);
          header(after.get(file));
          more = true;
        }
      }
      first = false;
    }
  }
}
