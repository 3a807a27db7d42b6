package dev.sextant.resolve;

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
  private final LongSet headers = new LongSet();
  private final LongSet askedNames = new LongSet();
  private final LongSet bodies = new LongSet();
  private boolean structural;

  /** No changes; {@code names} are those of both builds. */
  public Changes(StringInterner names) {
    this.names = names;
  }

  /** A file is new. */
  public void added(UnitNames file) {
    structural |= file.isStructural();
    askedNames.add(NameKey.path(file.path()));
    headers.add(file.path());
    offered(file);
  }

  /** A file is gone. */
  public void removed(UnitNames file) {
    added(file);
  }

  /** A file has another text. */
  public void changed(UnitNames before, UnitNames after) {
    structural |= after.isStructural();
    bodies.add(after.path());
    if (before.headerHash() != after.headerHash()) {
      headers.add(after.path());
      offered(before);
      offered(after);
    }
  }

  private void offered(UnitNames file) {
    for (int name : file.topLevelNames()) {
      askedNames.add(NameKey.type(file.packageName(), name));
    }
    for (int local : file.callables()) {
      askedNames.add(NameKey.callable(file.nameOf(local)));
    }
  }

  /**
   * The numbers of the files to be linked anew.
   *
   * @param before the files of the build before
   * @param after the files of this build
   * @param questions what each of these asked in the build before; those of new files have no
   *     meaning
   */
  public BitSet toRelink(List<UnitNames> before, List<UnitNames> after, List<Questions> questions) {
    packages(before, after);
    spread(after, questions);
    var relinked = new BitSet();
    for (int file = 0; file < after.size(); file++) {
      long path = after.get(file).path();
      if (headers.has(path)
          || bodies.has(path)
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
      askedNames.add(NameKey.packaged(names.intern(name.substring(0, dot))));
    }
  }

  /** Adds the files whose declarations are understood by way of what changed. */
  private void spread(List<UnitNames> after, List<Questions> questions) {
    boolean more = true;
    boolean first = true;
    while (more) {
      more = false;
      for (int file = 0; file < after.size(); file++) {
        long path = after.get(file).path();
        Questions asked = questions.get(file);
        if (!headers.has(path)
            && ((first && asked.askedFor(askedNames)) || asked.headerLookedInto(headers))) {
          headers.add(path);
          more = true;
        }
      }
      first = false;
    }
  }
}
