package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.EditorSave;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way in which editors save is one rebuild of one file, from the disk to the graph. */
@Timeout(180)
class WatchedSavesTest {
  private static final int FILES = 12;

  @TempDir private Path folder;
  private Path root;
  private LiveWorkspace live;

  @BeforeEach
  void load() throws Exception {
    root = Files.createDirectories(folder.resolve("root/src"));
    for (int file = 0; file < FILES; file++) {
      Files.writeString(root.resolve("C" + file + ".java"), "class C%d {}".formatted(file));
    }
    live = LiveWorkspace.at(folder.resolve("root"), folder.resolve("state"));
  }

  @AfterEach
  void stop() {
    live.close();
  }

  @ParameterizedTest
  @EnumSource
  void everySaveIsOneRebuildOfOneFile(EditorSave editor) throws Exception {
    long generation = live.generation();
    int built = live.built.size();
    for (int save = 1; save <= 2; save++) {
      String method = "saved" + save;

      editor.save(root.resolve("C7.java"), "class C7 { void %s() {} }".formatted(method));

      // First by itself, then nothing is left for those who ask.
      live.untilGeneration(generation + save);
      assertThat(live.synced()).isTrue();
      assertThat(live.synced()).isTrue();
      assertThat(live.generation()).isEqualTo(generation + save);
      assertThat(live.built).hasSize(built + save);
      assertThat(live.last().filesExtracted()).isEqualTo(1);
      assertThat(live.last().work().incremental()).isTrue();
      assertThat(live.declares(method)).isTrue();
      assertThat(live.workspace.pendingFiles().count()).isZero();
    }
  }

  @Test
  void whatEditorsKeepBesideAFileIsNoRebuild() throws IOException {
    long generation = live.generation();

    Files.writeString(root.resolve(".C7.java.swp"), "swap");
    Files.writeString(root.resolve("#C7.java#"), "class C7 { int");
    Files.writeString(root.resolve("C7.java~"), "class Old {}");
    Files.writeString(root.resolve("C7.java___jb_tmp___"), "class New {}");

    assertThat(live.synced()).isTrue();
    assertThat(live.generation()).isEqualTo(generation);
  }

  @Test
  void aFileSavedAsItWasGivesTheSameGraph() throws Exception {
    Files.writeString(root.resolve("C7.java"), Files.readString(root.resolve("C7.java")));

    assertThat(live.synced()).isTrue();
    assertThat(live.declares("C7")).isTrue();
  }
}
