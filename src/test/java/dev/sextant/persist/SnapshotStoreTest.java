package dev.sextant.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildWork;
import dev.sextant.index.FileProblem;
import dev.sextant.index.IndexResult;
import dev.sextant.source.SkipReason;
import dev.sextant.testing.Graphs;
import dev.sextant.testing.ManualClock;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.StoredGraph;
import dev.sextant.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  private static final WorkspaceKey KEY = key("/src/größe");

  private final ManualClock clock = new ManualClock();

  @TempDir private Path folder;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    StoredGraph stored = stored(7);
    store("1").write(KEY, stored);

    Opening opening = store("1").open(KEY);

    assertThat(opening).isInstanceOf(Opening.Found.class);
    StoredGraph found = ((Opening.Found) opening).graph();
    assertThat(found.generation()).isEqualTo(7);
    assertThat(found.publishedAt()).isEqualTo(stored.publishedAt());
    assertThat(found.begunAt()).isEqualTo(stored.begunAt());
    assertThat(found.gitState()).isEqualTo(stored.gitState()).isNotEmpty();
    assertThat(found.result().report()).isEqualTo(stored.result().report());
    assertThat(found.result().tree()).isEqualTo(stored.result().tree());
    assertThat(found.result().graph().symbols().count())
        .isEqualTo(stored.result().graph().symbols().count())
        .isPositive();
  }

  @Test
  void hasNothingBeforeTheFirstWrite() {
    assertThat(store("1").open(KEY)).isInstanceOf(Opening.Absent.class);
  }

  @Test
  void refusesWhatWasMadeOtherwise() throws IOException {
    store("1").write(KEY, stored(7));

    assertRefused(store("2").open(KEY), RefusalCause.OTHER_ORIGIN);
    assertRefused(
        store("1").open(new WorkspaceKey(KEY.root(), KEY.rootMode(), "other")),
        RefusalCause.OTHER_ORIGIN);
    assertRefused(
        store("1").open(new WorkspaceKey(KEY.root(), RootMode.WORKSPACE_ROOT, "fingerprint")),
        RefusalCause.OTHER_ORIGIN);
    assertThat(store("1").open(KEY)).isInstanceOf(Opening.Found.class);
  }

  @Test
  void refusesWhatWasMadeWithAnotherIndex() throws IOException {
    Path scip = Files.writeString(folder.resolve("index.scip"), "index");
    Files.setLastModifiedTime(scip, FileTime.from(clock.instant().minusSeconds(60)));
    WorkspaceKey key =
        new WorkspaceKey(KEY.root(), KEY.rootMode(), "fingerprint", Optional.of(scip));
    store("1").write(key, stored(7));
    assertThat(store("1").open(key)).isInstanceOf(Opening.Found.class);

    Files.setLastModifiedTime(scip, FileTime.from(clock.instant().minusSeconds(59)));
    assertRefused(store("1").open(key), RefusalCause.OTHER_ORIGIN);
    Files.delete(scip);
    assertRefused(store("1").open(key), RefusalCause.OTHER_ORIGIN);
  }

  @Test
  void doesNotTrustAnIndexThatChangedWhileItWasRead() throws IOException {
    Path scip = Files.writeString(folder.resolve("index.scip"), "index");
    Files.setLastModifiedTime(scip, FileTime.from(clock.instant()));
    WorkspaceKey key =
        new WorkspaceKey(KEY.root(), KEY.rootMode(), "fingerprint", Optional.of(scip));
    store("1").write(key, stored(7));

    assertRefused(store("1").open(key), RefusalCause.OTHER_ORIGIN);
  }

  @Test
  void refusesDamageAndSaysWhichGenerationItClaims() throws IOException {
    store("1").write(KEY, stored(7));
    Path file = store("1").fileOf(KEY);
    byte[] whole = Files.readAllBytes(file);

    byte[] flipped = whole.clone();
    flipped[flipped.length - 1] ^= 1;
    Files.write(file, flipped);
    Opening damaged = store("1").open(KEY);
    assertRefused(damaged, RefusalCause.DAMAGED);
    assertThat(((Opening.Refused) damaged).generation()).isEqualTo(OptionalLong.of(7));

    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(store("1").open(KEY), RefusalCause.TORN);
    Files.writeString(file, "something else altogether, and long enough for a head");
    assertRefused(store("1").open(KEY), RefusalCause.FOREIGN);
  }

  @Test
  void dropsWhatWasNotUsedForLongest() throws IOException {
    long each = store("1").write(key("/src/1"), stored(1));
    Files.delete(store("1").fileOf(key("/src/1")));
    SnapshotStore store = new SnapshotStore(folder.resolve("w"), 2 * each + each / 2, "1", clock);
    for (String root : List.of("/src/1", "/src/2")) {
      clock.advance(Duration.ofMinutes(1));
      store.write(key(root), stored(1));
    }
    clock.advance(Duration.ofMinutes(1));
    assertThat(store.open(key("/src/1"))).isInstanceOf(Opening.Found.class);
    clock.advance(Duration.ofMinutes(1));
    store.write(key("/src/3"), stored(1));

    assertThat(store.open(key("/src/1"))).isInstanceOf(Opening.Found.class);
    assertThat(store.open(key("/src/2"))).isInstanceOf(Opening.Absent.class);
    assertThat(store.open(key("/src/3"))).isInstanceOf(Opening.Found.class);
    assertThat(store.fileOf(key("/src/2")).getParent()).doesNotExist();
  }

  @Test
  void removesWhatWritersThatDiedHaveLeft() throws IOException {
    store("1").removeLeftovers();
    store("1").write(KEY, stored(7));
    Path file = store("1").fileOf(KEY);
    Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".1.part"), "half");
    Path other = Files.writeString(file.resolveSibling("note.txt"), "somebody else's");

    store("1").removeLeftovers();

    assertThat(part).doesNotExist();
    assertThat(other).exists();
    assertThat(store("1").open(KEY)).isInstanceOf(Opening.Found.class);
  }

  @Test
  void keepsNothingWhenItIsOff() throws IOException {
    store("1").write(KEY, stored(7));
    SnapshotStore off = new SnapshotStore(folder.resolve("w"), 0, "1", clock);

    assertThat(off.isOn()).isFalse();
    assertThat(off.open(KEY)).isInstanceOf(Opening.Absent.class);
  }

  private static void assertRefused(Opening opening, RefusalCause cause) {
    assertThat(opening).isInstanceOf(Opening.Refused.class);
    assertThat(((Opening.Refused) opening).cause()).isEqualTo(cause);
    assertThat(((Opening.Refused) opening).reason()).isNotBlank();
  }

  private SnapshotStore store(String producer) {
    return new SnapshotStore(folder.resolve("w"), 1L << 30, producer, clock);
  }

  private static WorkspaceKey key(String root) {
    return new WorkspaceKey(Path.of(root), RootMode.GIT_ROOT, "fingerprint");
  }

  private StoredGraph stored(long generation) {
    IndexResult result = Graphs.withFiles(5);
    var report =
        new BuildReport(
            1,
            2L << 40,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            Map.of(SkipReason.BINARY, 12, SkipReason.TOO_LARGE, 13),
            List.of(
                new FileProblem("a\tb.java", "binary", "line\nbreak"),
                new FileProblem("ü.py", "syntaxErrors", "")),
            Map.of("java", 14, "python", 15),
            new BuildWork(true, 16, 17));
    return new StoredGraph(
        generation,
        clock.instant(),
        clock.instant().plusMillis(1),
        "refs/heads/main 1234 5678",
        new IndexResult(result.graph(), report, result.tree(), result.changed(), Optional.empty()));
  }
}
