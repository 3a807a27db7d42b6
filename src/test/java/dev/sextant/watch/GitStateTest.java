package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GitCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The head of repositories that git made, as git itself sees it. */
class GitStateTest {
  @TempDir Path temporary;
  private Path root;
  private GitCommands git;

  @BeforeEach
  void makeRepository() throws IOException {
    root = Files.createDirectories(temporary.resolve("root"));
    git = GitCommands.init(root);
  }

  private static GitState state(Path folder) {
    return GitFolder.around(folder).orElseThrow().state();
  }

  private void commit(String text) {
    WatchedFolder.write(root, "A.java", text);
    git.commitAll(text);
  }

  @Test
  void knowsTheBranchBeforeTheFirstCommit() {
    assertThat(state(root)).isEqualTo(new GitState("refs/heads/main", "", ""));
  }

  @Test
  void knowsBranchCommitAndTreeFromTheRootAndFromInside() throws IOException {
    commit("one");

    assertThat(state(root)).isEqualTo(git.head());
    assertThat(state(Files.createDirectories(root.resolve("a/b")))).isEqualTo(git.head());
  }

  @Test
  void readsPackedRefsAndPackedCommitsWithTheirDeltas() {
    for (int i = 0; i < 40; i++) {
      WatchedFolder.write(root, "f" + i % 3 + "/A" + i + ".java", "class A" + i + " {}");
      git.commitAll("a long message that stays the same in every commit, but for " + i);
    }
    git.run("gc", "-q", "--aggressive");
    git.run("pack-refs", "--all");

    for (int back = 0; back < 40; back++) {
      git.run("checkout", "-q", "--detach", "main~" + back);
      assertThat(state(root)).isEqualTo(git.head());
      assertThat(state(root).tree()).isNotEmpty();
    }
    git.run("checkout", "-q", "main");
    assertThat(state(root)).isEqualTo(git.head());
  }

  @Test
  void followsTheFileOfAWorkingTreeAndOfASubmodule() {
    commit("one");
    Path other = temporary.resolve("other");
    git.run("worktree", "add", "-q", "-b", "feature/deep", other.toString());
    assertThat(state(other)).isEqualTo(new GitCommands(other).head());
    assertThat(state(other).headRef()).isEqualTo("refs/heads/feature/deep");

    git.run("submodule", "--quiet", "add", root.toString(), "module");
    Path module = root.resolve("module");
    assertThat(module.resolve(".git")).isRegularFile();
    assertThat(state(module)).isEqualTo(new GitCommands(module).head());
  }

  @Test
  void borrowsObjectsFromTheRepositoryItWasClonedFrom() {
    commit("one");
    Path clone = temporary.resolve("clone");
    git.run("clone", "-q", "--shared", root.toString(), clone.toString());

    assertThat(state(clone)).isEqualTo(new GitCommands(clone).head());
  }

  @Test
  void damageIsUnknown() throws IOException {
    commit("one");
    String commit = git.head().commit();
    Path object =
        root.resolve(".git/objects").resolve(commit.substring(0, 2)).resolve(commit.substring(2));
    Files.delete(object);
    Files.writeString(object, "no object");
    assertThat(state(root)).isEqualTo(new GitState("refs/heads/main", commit, ""));

    Files.writeString(root.resolve(".git/HEAD"), "ref: refs/heads/../../../etc/passwd\n");
    assertThat(state(root)).isEqualTo(GitState.NONE);
    Files.writeString(root.resolve(".git/HEAD"), "\0\0\0");
    assertThat(state(root)).isEqualTo(GitState.NONE);
  }

  @Test
  void saysWhatHappenedBetweenTwoStates() {
    commit("one");
    GitState one = git.head();
    git.run("checkout", "-q", "--detach");
    GitState detached = git.head();
    git.run("checkout", "-q", "-b", "other");
    GitState sameFiles = git.head();
    git.commitAll("nothing changed");
    GitState reworded = git.head();
    commit("two");
    GitState two = git.head();
    git.run("checkout", "-q", "--detach");
    GitState twoDetached = git.head();

    assertThat(GitChange.between(one, one)).isEqualTo(GitChange.NOISE);
    assertThat(GitChange.between(one, detached)).isEqualTo(GitChange.LOCAL_COMMIT);
    assertThat(GitChange.between(one, sameFiles)).isEqualTo(GitChange.LOCAL_COMMIT);
    assertThat(GitChange.between(sameFiles, reworded)).isEqualTo(GitChange.LOCAL_COMMIT);
    assertThat(GitChange.between(reworded, two)).isEqualTo(GitChange.TREE_DIVERGED);
    assertThat(GitChange.between(detached, twoDetached)).isEqualTo(GitChange.TREE_DIVERGED);
    assertThat(GitChange.between(one, two)).isEqualTo(GitChange.BRANCH_SWITCH);
    assertThat(GitChange.between(detached, two)).isEqualTo(GitChange.BRANCH_SWITCH);
    GitState unborn = new GitState("refs/heads/main", "", "");
    assertThat(GitChange.between(unborn, one)).isEqualTo(GitChange.TREE_DIVERGED);
    assertThat(GitChange.between(unborn, new GitState("refs/heads/x", "", "")))
        .isEqualTo(GitChange.BRANCH_SWITCH);
  }
}
