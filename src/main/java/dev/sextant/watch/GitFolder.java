package dev.sextant.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folders in which git keeps the head and the branches of the repository around a root.
 *
 * <p>They are read as files: no program is run and no configuration of git is looked at. Of a
 * repository with another ref storage than files only {@link GitState#NONE} is known.
 *
 * <p><b>Threads:</b> immutable; reading blocks on the disk.
 *
 * @param top the folder that holds {@code .git}
 * @param own the folder with this working tree's {@code HEAD}
 * @param common the folder with the branches and objects, the same one unless several working trees
 *     share them
 */
record GitFolder(Path top, Path own, Path common) {
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_SYMBOLIC = 5;
  private static final String SYMBOLIC = "ref:";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /** The repository that {@code root} lies in, if it lies in one. */
  static Optional<GitFolder> around(Path root) {
    for (Path folder = root; folder != null; folder = folder.getParent()) {
      Path git = folder.resolve(".git");
      if (Files.isDirectory(git)) {
        return Optional.of(withCommon(folder, git));
      }
      if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
        return pointedTo(folder, git);
      }
    }
    return Optional.empty();
  }

  private static Optional<GitFolder> pointedTo(Path folder, Path file) {
    String text = text(file);
    if (!text.startsWith("gitdir:")) {
      return Optional.empty();
    }
    try {
      Path own = folder.resolve(firstLine(text.substring("gitdir:".length()))).normalize();
      return Files.isDirectory(own) ? Optional.of(withCommon(folder, own)) : Optional.empty();
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static GitFolder withCommon(Path top, Path own) {
    String common = firstLine(text(own.resolve("commondir")));
    try {
      return new GitFolder(top, own, own.resolve(common).normalize());
    } catch (InvalidPathException _) {
      return new GitFolder(top, own, own);
    }
  }

  /** Where the head stands now. */
  GitState state() {
    String head = firstLine(text(own.resolve("HEAD")));
    if (!head.startsWith(SYMBOLIC)) {
      return ID.matcher(head).matches() ? new GitState("", head, tree(head)) : GitState.NONE;
    }
    String ref = head.substring(SYMBOLIC.length()).strip();
    if (!isRef(ref)) {
      return GitState.NONE;
    }
    String commit = commit(ref);
    return new GitState(ref, commit, commit.isEmpty() ? "" : tree(commit));
  }

  /**
   * The folders whose entries tell that the head moved, and the names that count in each. Some may
   * not exist.
   */
  Map<Path, Set<String>> places() {
    Map<Path, Set<String>> places = new LinkedHashMap<>();
    places.put(own, own.equals(common) ? Set.of("HEAD", "packed-refs", "refs") : Set.of("HEAD"));
    places.putIfAbsent(common, Set.of("packed-refs", "refs"));
    String head = firstLine(text(own.resolve("HEAD")));
    String ref = head.startsWith(SYMBOLIC) ? head.substring(SYMBOLIC.length()).strip() : "";
    if (isRef(ref)) {
      Path folder = common;
      String[] segments = ref.split("/", -1);
      for (int i = 1; i < segments.length; i++) {
        folder = folder.resolve(segments[i - 1]);
        places.put(folder, Set.of(segments[i]));
      }
    }
    return places;
  }

  /** Whether a command of git changes the working tree right now. */
  boolean isBusy() {
    return Files.exists(own.resolve("index.lock"), LinkOption.NOFOLLOW_LINKS);
  }

  private String tree(String commit) {
    return new GitObjects(common.resolve("objects")).treeOf(commit);
  }

  private String commit(String ref) {
    String name = ref;
    for (int i = 0; i < MAX_SYMBOLIC && isRef(name); i++) {
      String loose = firstLine(text(common.resolve(name)));
      if (loose.isEmpty()) {
        return packed(name);
      }
      if (!loose.startsWith(SYMBOLIC)) {
        return ID.matcher(loose).matches() ? loose : "";
      }
      name = loose.substring(SYMBOLIC.length()).strip();
    }
    return "";
  }

  private String packed(String ref) {
    String refs = text(common.resolve("packed-refs"));
    int at = refs.indexOf(" " + ref + "\n");
    String id = at < 0 ? "" : refs.substring(refs.lastIndexOf('\n', at) + 1, at);
    return ID.matcher(id).matches() ? id : "";
  }

  /** Whether a name can be that of a ref below this folder, and of nothing outside of it. */
  private static boolean isRef(String name) {
    return name.startsWith("refs/")
        && name.indexOf('\0') < 0
        && !name.contains("..")
        && !name.contains("//")
        && !name.endsWith("/");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
