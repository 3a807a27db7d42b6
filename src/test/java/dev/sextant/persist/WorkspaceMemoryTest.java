package dev.sextant.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.Graphs;
import dev.sextant.testing.ManualClock;
import dev.sextant.testing.Publishing;
import dev.sextant.testing.StepExecutor;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.MemoryBudget;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.WorkspaceEvents;
import dev.sextant.workspace.WorkspaceKey;
import dev.sextant.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceMemoryTest {
  private static final Path SHOP = Path.of("/src/shop");
  private static final Path SCIP = Path.of("/src/shop/index.scip");
  private static final Path LEDGER = Path.of("/src/ledger");

  private final ManualClock clock = new ManualClock();
  private final StepExecutor executor = new StepExecutor();

  @TempDir private Path folder;
  private RememberedFile file;

  @BeforeEach
  void nameFile() {
    file = new RememberedFile(folder.resolve("state").resolve("workspaces.json"));
  }

  @Test
  void remembersWhatIsLoadedAndHow() {
    Workspaces before = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (WorkspaceMemory memory = WorkspaceMemory.open(file, before, executor)) {
      LoadedWorkspace shop = load(before, SHOP, Optional.of(SCIP));
      assertThat(shop.notes().pin()).isTrue();
      load(before, LEDGER, Optional.empty());
      assertThat(memory.expected()).isEmpty();
    }

    assertThat(file.read().workspaces())
        .containsExactly(
            new RememberedWorkspace(LEDGER, RootMode.GIT_ROOT, false, Optional.empty()),
            new RememberedWorkspace(SHOP, RootMode.GIT_ROOT, true, Optional.of(SCIP)));
    assertThat(file.read().generations()).containsEntry(SHOP, 1L).containsEntry(LEDGER, 1L);
  }

  @Test
  void forgetsWhatIsUnloadedAndKeepsItsGeneration() {
    Workspaces before = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (var _ = WorkspaceMemory.open(file, before, executor)) {
      LoadedWorkspace shop = load(before, SHOP, Optional.empty());
      publish(shop);
      assertThat(before.remove(shop)).isTrue();
    }
    assertThat(file.read().workspaces()).isEmpty();

    Workspaces after = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (var _ = WorkspaceMemory.open(file, after, executor)) {
      assertThat(load(after, SHOP, Optional.empty()).generation()).isEqualTo(3);
    }
  }

  @Test
  void givesNoGenerationTwiceWhenTheProcessDies() {
    Workspaces before = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    WorkspaceMemory dying = WorkspaceMemory.open(file, before, executor);
    LoadedWorkspace shop = load(before, SHOP, Optional.empty());
    long last = 0;
    for (int i = 0; i < 1_000; i++) {
      executor.runAll();
      last = publish(shop);
      // Published, but whatever was to be written after it is lost.
      assertThat(file.read().generations().get(SHOP)).isGreaterThanOrEqualTo(last);
    }
    assertThat(dying.expected()).isEmpty();

    Workspaces after = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (var _ = WorkspaceMemory.open(file, after, executor)) {
      assertThat(load(after, SHOP, Optional.empty()).generation()).isGreaterThan(last);
    }
  }

  @Test
  void expectsWhatWasNotLoadedYetUntilItIs() {
    Workspaces first = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (var _ = WorkspaceMemory.open(file, first, executor)) {
      load(first, SHOP, Optional.empty());
      load(first, LEDGER, Optional.empty());
    }

    Workspaces second = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (WorkspaceMemory memory = WorkspaceMemory.open(file, second, executor)) {
      assertThat(memory.expected()).hasSize(2);
      LoadedWorkspace ledger = load(second, LEDGER, Optional.empty());
      assertThat(memory.expected()).extracting(RememberedWorkspace::root).containsExactly(SHOP);
      assertThat(second.remove(ledger)).isTrue();
    }
    assertThat(file.read().workspaces())
        .extracting(RememberedWorkspace::root)
        .containsExactly(SHOP);

    Workspaces third = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (WorkspaceMemory memory = WorkspaceMemory.open(file, third, executor)) {
      memory.forget(SHOP);
    }
    assertThat(file.read().workspaces()).isEmpty();
  }

  @Test
  void remembersWhatWasLoadedWhenItWasFrozen() {
    Workspaces before = new Workspaces(clock, new WorkspaceEvents(4), new MemoryBudget(1L << 40));
    try (WorkspaceMemory memory = WorkspaceMemory.open(file, before, executor)) {
      LoadedWorkspace shop = load(before, SHOP, Optional.empty());
      memory.freeze();
      assertThat(before.remove(shop)).isTrue();
    }

    assertThat(file.read().workspaces())
        .extracting(RememberedWorkspace::root)
        .containsExactly(SHOP);
  }

  @Test
  void putsADamagedFileAsideAndStartsEmpty() throws IOException {
    Files.createDirectories(folder.resolve("state"));
    for (String text :
        new String[] {
          "",
          "{",
          "[]",
          "{\"version\":2}",
          "{\"version\":1,\"workspaces\":[{\"root\":\"src\",\"rootMode\":\"gitRoot\"}]}",
          "{\"version\":1,\"workspaces\":[{\"root\":\"/src\",\"rootMode\":\"odd\"}]}"
        }) {
      Files.writeString(file.file(), text);

      assertThat(file.read()).isEqualTo(Remembered.NOTHING);
      assertThat(file.file()).doesNotExist();
      assertThat(folder.resolve("state/workspaces.json.damaged")).hasContent(text);
    }
  }

  private LoadedWorkspace load(Workspaces workspaces, Path root, Optional<Path> scip) {
    LoadedWorkspace workspace =
        workspaces.findOrAdd(
            new WorkspaceKey(root, RootMode.GIT_ROOT, "fingerprint", scip), added -> {});
    publish(workspace);
    return workspace;
  }

  private long publish(LoadedWorkspace workspace) {
    BuildAttempt attempt = new BuildAttempt(RebuildMode.FULL, clock.instant(), clock);
    assertThat(workspace.beginLoad(attempt) || workspace.beginRebuild(attempt)).isTrue();
    return Publishing.publish(
            new MemoryBudget(1L << 40), workspace, attempt, Graphs.withFiles(1), clock.instant())
        .orElseThrow()
        .generation();
  }
}
