package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.index.IndexResult;
import dev.sextant.testing.Graphs;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.Publishing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
  private final ManualClock clock = new ManualClock();
  private final Workspaces workspaces =
      new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 30));

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @Test
  void keepsOneWorkspaceForARoot() {
    List<LoadedWorkspace> added = new ArrayList<>();

    LoadedWorkspace first = workspaces.findOrAdd(key(root), added::add);
    LoadedWorkspace second = workspaces.findOrAdd(key(root), added::add);

    assertThat(second).isSameAs(first);
    assertThat(added).containsExactly(first);
    assertThat(workspaces.list()).containsExactly(first);
  }

  @Test
  void findsTheLongestRootThatHoldsAPath() throws IOException {
    Path inner = Files.createDirectories(root.resolve("outer/inner"));
    LoadedWorkspace outerWorkspace = add(root.resolve("outer"));
    LoadedWorkspace innerWorkspace = add(inner);

    assertThat(workspaces.find(inner.resolve("gone/A.java").toString())).contains(innerWorkspace);
    assertThat(workspaces.find(root.resolve("outer/A.java").toString())).contains(outerWorkspace);
    assertThat(workspaces.find(root.resolve("outer/innermost").toString()))
        .contains(outerWorkspace);
    assertThat(workspaces.find(root.resolve("elsewhere").toString())).isEmpty();
    assertThat(workspaces.find("relative")).isEmpty();
    assertThat(workspaces.find("\0")).isEmpty();
  }

  @Test
  void findsAWorkspaceThroughALink() throws IOException {
    Path real = Files.createDirectory(root.resolve("real"));
    Path link = Files.createSymbolicLink(root.resolve("link"), real);
    LoadedWorkspace workspace = add(real);

    assertThat(workspaces.find(link.resolve("A.java").toString())).contains(workspace);
    assertThat(workspaces.findRoot(link.toString())).contains(workspace);
    assertThat(workspaces.findRoot(real + "/../real/")).contains(workspace);
  }

  @Test
  void doesNotTakeAPathInsideForTheRoot() {
    add(root);

    assertThat(workspaces.findRoot(root.resolve("inside").toString())).isEmpty();
  }

  @Test
  void goesOnCountingGenerationsAfterAnUnload() {
    LoadedWorkspace first = add(root);
    publish(first);
    assertThat(workspaces.remove(first)).isTrue();
    assertThat(workspaces.remove(first)).isFalse();
    assertThat(workspaces.list()).isEmpty();

    LoadedWorkspace second = add(root);
    assertThat(second).isNotSameAs(first);
    assertThat(second.generation()).isZero();
    publish(second);
    assertThat(second.generation()).isEqualTo(2);
  }

  @Test
  void findsTheRootOfTheWorkTree() throws IOException {
    Path module = Files.createDirectories(root.resolve("repository/module/src"));
    assertThat(RootMode.GIT_ROOT.rootOf(module)).isEqualTo(module);

    Files.createDirectory(root.resolve("repository/.git"));
    assertThat(RootMode.GIT_ROOT.rootOf(module)).isEqualTo(root.resolve("repository"));
    assertThat(RootMode.WORKSPACE_FOLDER.rootOf(module)).isEqualTo(module);
    assertThat(RootMode.WORKSPACE_ROOT.rootOf(module)).isEqualTo(module);

    Files.writeString(root.resolve("repository/module/.git"), "gitdir: elsewhere");
    assertThat(RootMode.GIT_ROOT.rootOf(module)).isEqualTo(root.resolve("repository/module"));
  }

  private LoadedWorkspace add(Path folder) {
    return workspaces.findOrAdd(key(folder), added -> {});
  }

  private void publish(LoadedWorkspace workspace) {
    BuildAttempt attempt = new BuildAttempt(RebuildMode.FULL, clock.instant(), clock);
    assertThat(workspace.beginLoad(attempt)).isTrue();
    IndexResult result = Graphs.withFiles(1);
    assertThat(Publishing.publish(workspaces.budget(), workspace, attempt, result, clock.instant()))
        .isPresent();
  }

  private static WorkspaceKey key(Path folder) {
    return new WorkspaceKey(folder, RootMode.WORKSPACE_FOLDER, "fingerprint");
  }
}
