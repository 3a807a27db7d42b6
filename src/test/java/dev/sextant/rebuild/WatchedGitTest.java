package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GitCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What commands of git in a watched tree make the service build. */
@Timeout(180)
class WatchedGitTest {
  private static final int FILES = 150;
  private static final int SWITCHED = 120;

  @TempDir private Path folder;
  private Path root;
  private GitCommands git;
  private LiveWorkspace live;
  private long generation;

  @BeforeEach
  void loadARepository() throws Exception {
    root = Files.createDirectories(folder.resolve("root"));
    git = GitCommands.init(root);
    git.run("config", "gc.auto", "0");
    for (int file = 0; file < FILES; file++) {
      write(file, "onMain");
    }
    git.commitAll("one");
    git.run("checkout", "-q", "-b", "feature/other");
    for (int file = 0; file < SWITCHED; file++) {
      write(file, "onOther");
    }
    git.commitAll("two");
    live = LiveWorkspace.at(root, folder.resolve("state"));
    generation = live.generation();
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @Test
  void aSwitchOfBranchesWithManyFilesIsOneRebuild() throws Exception {
    git.run("checkout", "-q", "main");

    live.untilGeneration(generation + 1);
    assertRebuilds(1);
    assertThat(live.last().filesExtracted()).isEqualTo(SWITCHED);
    assertThat(live.declares("onOther0")).isFalse();
    assertThat(live.declares("onMain" + (SWITCHED - 1))).isTrue();
  }

  @Test
  void aCommitOfEditsThatAreInTheGraphIsNone() throws Exception {
    write(3, "edited");
    assertRebuilds(1);

    git.run("add", "-A");
    git.run("commit", "-q", "-m", "three");
    git.run("commit", "-q", "--amend", "-m", "reworded");

    assertRebuilds(1);
    assertThat(live.declares("edited3")).isTrue();
  }

  @Test
  void housekeepingFetchingAndStagingAreNone() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    git.run("clone", "-q", root.toString(), elsewhere.toString());
    GitCommands other = new GitCommands(elsewhere);
    Files.writeString(elsewhere.resolve("src/New.java"), "class New {}");
    other.commitAll("elsewhere");
    git.run("remote", "add", "origin", elsewhere.toString());

    git.run("fetch", "-q", "origin");
    git.run("gc", "-q", "--prune=now");
    git.run("pack-refs", "--all");
    git.run("repack", "-q", "-a", "-d");
    git.run("status");
    git.run("tag", "somewhere");
    git.run("branch", "elsewhere");

    assertRebuilds(0);

    write(3, "staged");
    assertRebuilds(1);
    git.run("add", "-A");
    git.run("reset", "-q");
    git.run("add", "-A");
    assertRebuilds(1);
  }

  @Test
  void stashAndPopAreTwo() throws Exception {
    write(3, "edited");
    assertRebuilds(1);

    git.run("stash", "-q");
    live.untilGeneration(generation + 2);
    assertRebuilds(2);
    assertThat(live.declares("edited3")).isFalse();

    git.run("stash", "pop", "-q");
    live.untilGeneration(generation + 3);
    assertRebuilds(3);
    assertThat(live.declares("edited3")).isTrue();
    assertThat(live.last().work().incremental()).isTrue();
  }

  @Test
  void aDetachedHeadWithFewOtherFilesIsOneIncrementalRebuild() throws Exception {
    write(3, "edited");
    git.commitAll("three");
    assertRebuilds(1);

    git.run("checkout", "-q", "--detach", "HEAD~1");

    live.untilGeneration(generation + 2);
    assertRebuilds(2);
    assertThat(live.declares("edited3")).isFalse();
    // Its content was met before, so not even that one is parsed.
    assertThat(live.last().filesExtracted()).isLessThanOrEqualTo(1);
    assertThat(live.last().work().incremental()).isTrue();
  }

  @Test
  void anAbandonedMergeEndsAsItBegan() throws Exception {
    git.run("checkout", "-q", "main");
    assertThat(live.synced()).isTrue();
    git.run("merge", "-q", "--no-commit", "--no-ff", "feature/other");
    assertThat(live.synced()).isTrue();
    assertThat(live.declares("onOther0")).isTrue();

    git.run("merge", "--abort");

    assertThat(live.synced()).isTrue();
    assertThat(live.declares("onOther0")).isFalse();
    assertThat(live.declares("onMain0")).isTrue();
  }

  /** So many builds were published since the beginning, and nothing waits for one. */
  private void assertRebuilds(int count) {
    assertThat(live.synced()).isTrue();
    assertThat(live.synced()).isTrue();
    assertThat(live.generation()).isEqualTo(generation + count);
    assertThat(live.workspace.pendingFiles().count()).isZero();
    assertThat(live.workspace.lastError()).isEmpty();
  }

  private void write(int file, String method) throws IOException {
    Path path = root.resolve("src/C" + file + ".java");
    Files.createDirectories(path.getParent());
    Files.writeString(path, "class C%d { void %s%d() {} }".formatted(file, method, file));
  }
}
