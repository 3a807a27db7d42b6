package dev.sextant.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GitCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands of git in a watched tree lead to. */
class GitWatchTest {
  @TempDir Path temporary;
  private Path root;
  private GitCommands git;
  private WatchedFolder folder;

  @BeforeEach
  void watchARepository() throws IOException {
    root = Files.createDirectories(temporary.resolve("root"));
    git = GitCommands.init(root);
    for (int i = 0; i < 100; i++) {
      WatchedFolder.write(root, "src/A" + i + ".java", "class A {}");
    }
    git.commitAll("one");
    git.run("checkout", "-q", "-b", "feature/deep/other");
    for (int i = 0; i < 100; i++) {
      WatchedFolder.write(root, "src/A" + i + ".java", "class A { int a; }");
    }
    git.commitAll("two");
    folder = WatchedFolder.at(root);
  }

  @AfterEach
  void endWatch() {
    folder.close();
  }

  @Test
  void aSwitchOfBranchesWithManyFilesIsOneSet() {
    git.run("checkout", "-q", "main");

    ChangeSet change = folder.next();
    assertThat(change.files()).hasSize(100);
    assertThat(change.gitChange()).isEqualTo(GitChange.BRANCH_SWITCH);
    assertThat(change.git()).isEqualTo(git.head());
    folder.assertSilent();
  }

  @Test
  void stashAndPopAreOneSetEach() {
    folder.file("src/A7.java", "class A { int b; }");
    folder.upToNow();

    git.run("stash", "-q");
    assertThat(WatchedFolder.files(folder.next())).containsExactly("src/A7.java");
    folder.assertSilent();
    git.run("stash", "pop", "-q");
    assertThat(WatchedFolder.files(folder.next())).containsExactly("src/A7.java");
    folder.assertSilent();
  }

  @Test
  void collectingGarbageAndStagingAreNothing() {
    git.run("gc", "-q");
    git.run("pack-refs", "--all");
    git.run("status");
    git.run("tag", "somewhere");
    git.run("branch", "elsewhere");

    folder.assertSilent();
  }

  @Test
  void aCommitOfKnownEditsNamesNoFile() {
    folder.file("src/A7.java", "class A { int b; }");
    folder.upToNow();

    git.commitAll("three");
    ChangeSet change = folder.upToNow();
    assertThat(change.isOfTheRepositoryOnly()).isTrue();
    assertThat(change.gitChange()).isEqualTo(GitChange.TREE_DIVERGED);
    assertThat(change.git()).isEqualTo(git.head());

    git.run("commit", "-q", "--amend", "-m", "reworded");
    assertThat(folder.upToNow().gitChange()).isEqualTo(GitChange.LOCAL_COMMIT);
  }

  @Test
  void theBranchIsFollowedAfterASwitchAndAfterPacking() {
    git.run("checkout", "-q", "main");
    folder.upToNow();
    git.run("pack-refs", "--all");
    git.run("commit", "-q", "--allow-empty", "-m", "four");

    ChangeSet change = folder.upToNow();
    assertThat(change.gitChange()).isEqualTo(GitChange.LOCAL_COMMIT);
    assertThat(change.git().headRef()).isEqualTo("refs/heads/main");
  }

  @Test
  void aDetachedHeadWithTheSameFilesIsNoReasonToBuild() {
    git.run("checkout", "-q", "--detach");

    ChangeSet change = folder.upToNow();
    assertThat(change.isOfTheRepositoryOnly()).isTrue();
    assertThat(change.gitChange()).isEqualTo(GitChange.LOCAL_COMMIT);
  }

  @Test
  void aRepositoryMadeLaterIsNoticed() {
    Path plain = temporary.resolve("plain");
    WatchedFolder.write(plain, "A.java", "class A {}");
    try (var other = WatchedFolder.at(plain)) {
      GitCommands.init(plain).commitAll("one");

      assertThat(other.upToNow().git().headRef()).isEqualTo("refs/heads/main");
      new GitCommands(plain).commitAll("two");
      assertThat(other.upToNow().gitChange()).isEqualTo(GitChange.LOCAL_COMMIT);
    }
  }

  @Test
  void theRulesAboveARootInsideTheRepositoryCount() {
    WatchedFolder.write(root, "module/src/B.java", "class B {}");
    try (var inner = WatchedFolder.at(root.resolve("module"))) {
      WatchedFolder.write(root, ".gitignore", "/module/src/\n");

      assertThat(inner.upToNow().scope()).isEqualTo(ChangeSet.Scope.EVERYTHING);
      inner.file("src/B.java", "class B { int b; }");
      inner.assertSilent();
    }
  }

  @Test
  void aWorkingTreeOfItsOwnIsFollowed() {
    Path tree = temporary.resolve("tree");
    git.run("worktree", "add", "-q", "-b", "wt", tree.toString());
    try (var other = WatchedFolder.at(tree)) {
      new GitCommands(tree).commitAll("in the working tree");
      ChangeSet change = other.upToNow();
      assertThat(change.git()).isEqualTo(new GitCommands(tree).head());
      assertThat(change.gitChange()).isEqualTo(GitChange.LOCAL_COMMIT);
    }
  }
}
