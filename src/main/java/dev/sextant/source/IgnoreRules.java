package dev.sextant.source;

import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The ignore rules that hold inside one folder: its own and those of the folders around it.
 *
 * <p>The deepest folder with a matching rule decides; inside it {@code .sextantignore} is asked
 * before {@code .gitignore}; inside a file the last matching rule wins.
 *
 * <p><b>Threads:</b> immutable once made.
 */
final class IgnoreRules {
  /** No rules at all: the outermost link of every chain. */
  static final IgnoreRules NONE = new IgnoreRules(null, 0, new IgnoreNode(), new IgnoreNode());

  private final @Nullable IgnoreRules outer;
  private final int baseLength;
  private final IgnoreNode sextant;
  private final IgnoreNode git;

  private IgnoreRules(
      @Nullable IgnoreRules outer, int baseLength, IgnoreNode sextant, IgnoreNode git) {
    this.outer = outer;
    this.baseLength = baseLength;
    this.sextant = sextant;
    this.git = git;
  }

  /**
   * These rules with those of a folder inside.
   *
   * @param base path of that folder from the top of the repository, with a slash at its end; empty
   *     for the top itself
   */
  IgnoreRules inside(String base, IgnoreNode sextant, IgnoreNode git) {
    return new IgnoreRules(this, base.length(), sextant, git);
  }

  /** What all rules say of the entry at {@code path}, counted from the top of the repository. */
  Verdict verdict(String path, Kind kind) {
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      Verdict verdict = rules.ask(rules.sextant, path, kind);
      if (verdict == Verdict.SILENT) {
        verdict = rules.ask(rules.git, path, kind);
      }
      if (verdict != Verdict.SILENT) {
        return verdict;
      }
    }
    return Verdict.SILENT;
  }

  /** Whether a {@code .sextantignore} asks for the folder at {@code path} by a negated rule. */
  boolean bringsBack(String path) {
    for (IgnoreRules rules = this; rules != null; rules = rules.outer) {
      Verdict verdict = rules.ask(rules.sextant, path, Kind.FOLDER);
      if (verdict != Verdict.SILENT) {
        return verdict == Verdict.KEPT;
      }
    }
    return false;
  }

  private Verdict ask(IgnoreNode node, String path, Kind kind) {
    if (node.getRules().isEmpty()) {
      return Verdict.SILENT;
    }
    Boolean ignored = node.checkIgnored(path.substring(baseLength), kind == Kind.FOLDER);
    return ignored == null ? Verdict.SILENT : ignored ? Verdict.IGNORED : Verdict.KEPT;
  }

  /** What rules say of one entry. */
  enum Verdict {
    /** No rule matches. */
    SILENT,
    /** The deciding rule is negated. */
    KEPT,
    /** The deciding rule leaves the entry out. */
    IGNORED
  }

  /** What an entry is; some rules match folders only. */
  enum Kind {
    FILE,
    FOLDER
  }
}
