package dev.sextant.source;

import dev.sextant.source.IgnoreRules.Kind;
import dev.sextant.source.IgnoreRules.Verdict;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the names inside one listed folder mean for the listing, as the rules were when it was read.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class FolderFilter {
  private final String fromTop;
  private final IgnoreRules rules;
  private final SourceTree tree;
  private final Set<String> steering;

  private FolderFilter(String fromTop, IgnoreRules rules, SourceTree tree, Set<String> steering) {
    this.fromTop = fromTop;
    this.rules = rules;
    this.tree = tree;
    this.steering = steering;
  }

  /**
   * The filter of a folder.
   *
   * @param fromTop its path from the top of the repository with a slash at its end, or empty
   * @param names what it holds
   */
  static FolderFilter of(String fromTop, IgnoreRules rules, SourceTree tree, Set<String> names) {
    Predicate<String> steers = tree.settings()::steers;
    return new FolderFilter(
        fromTop,
        rules,
        tree,
        names.stream().filter(steers).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a regular file of this name in the folder would be listed. */
  public boolean lists(String name) {
    return tree.wanted().test(name) && !ignores(name);
  }

  /** Whether an ignore rule names a file of this name in the folder. */
  public boolean ignores(String name) {
    return rules.verdict(fromTop + name, Kind.FILE) == Verdict.IGNORED;
  }

  /** Whether a file of this name holds ignore rules. */
  public static boolean holdsRules(String name) {
    return name.equals(IgnoreFiles.GIT) || name.equals(IgnoreFiles.SEXTANT);
  }

  /**
   * Whether the presence of a file of this name decides which folders are left out: one that marks
   * its folder, or that stands beside the output of a build tool.
   */
  public boolean steers(String name) {
    return tree.settings().steers(name);
  }

  /** Whether a file of this name was there, of those that {@link #steers} is true for. */
  public boolean held(String name) {
    return steering.contains(name);
  }
}
