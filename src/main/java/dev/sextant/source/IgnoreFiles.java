package dev.sextant.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * Reads ignore files into {@link IgnoreRules}.
 *
 * <p>An ignore file that is a symbolic link is not read, as git does it.
 */
final class IgnoreFiles {
  static final String SEXTANT = ".sextantignore";
  static final String GIT = ".gitignore";
  private static final int MAX_BYTES = 1 << 20;

  private IgnoreFiles() {}

  /** The folder with the {@code .git} that {@code root} belongs to, or {@code root} itself. */
  static Path top(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
    }
    return root;
  }

  /** The rules that hold for {@code root} before its own files: those of the folders above it. */
  static IgnoreRules around(Path root, Path top, WalkTally tally) {
    IgnoreRules rules =
        IgnoreRules.NONE.inside(
            "", new IgnoreNode(), parse(exclude(top), ".git/info/exclude", tally));
    if (root.equals(top)) {
      return rules;
    }
    Path folder = top;
    for (Path segment : top.relativize(root)) {
      rules = inside(rules, folder, base(top, folder), Set.of(SEXTANT, GIT), tally);
      folder = folder.resolve(segment);
    }
    return rules;
  }

  /** {@code outer} with the ignore files of {@code folder}, which holds {@code names}. */
  static IgnoreRules inside(
      IgnoreRules outer, Path folder, String base, Set<String> names, WalkTally tally) {
    boolean hasSextant = names.contains(SEXTANT);
    boolean hasGit = names.contains(GIT);
    if (!hasSextant && !hasGit) {
      return outer;
    }
    return outer.inside(
        base,
        hasSextant ? parse(folder.resolve(SEXTANT), base + SEXTANT, tally) : new IgnoreNode(),
        hasGit ? parse(folder.resolve(GIT), base + GIT, tally) : new IgnoreNode());
  }

  /** Path of {@code folder} from {@code top}, with a slash at its end unless it is the top. */
  static String base(Path top, Path folder) {
    return folder.equals(top) ? "" : top.relativize(folder) + "/";
  }

  private static IgnoreNode parse(Path file, String name, WalkTally tally) {
    IgnoreNode node = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        tally.problem(name, "more than " + MAX_BYTES + " bytes; no rule of it is used");
      } else {
        node.parse(new ByteArrayInputStream(bytes));
      }
    } catch (NoSuchFileException _) {
      return node;
    } catch (IOException failure) {
      if (!Files.isSymbolicLink(file) && !Files.isDirectory(file)) {
        tally.problem(name, IoReason.of(failure));
      }
    }
    return node;
  }

  /** Where git keeps the exclude file of the repository at {@code top}, present or not. */
  private static Path exclude(Path top) {
    Path git = top.resolve(".git");
    Path common = git;
    if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
      Path own = git.resolveSibling(firstLine(git, "gitdir:"));
      common = own.resolve(firstLine(own.resolve("commondir"), ""));
    }
    return common.resolve("info").resolve("exclude");
  }

  /** The first line of a small file of git's without {@code prefix}; empty when there is none. */
  private static String firstLine(Path file, String prefix) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(8192), StandardCharsets.UTF_8);
      return text.startsWith(prefix)
          ? text.substring(prefix.length()).lines().findFirst().orElse("").strip()
          : "";
    } catch (IOException _) {
      return "";
    }
  }
}
