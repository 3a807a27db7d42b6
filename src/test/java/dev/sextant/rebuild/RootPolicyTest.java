package dev.sextant.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.workspace.RootMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootPolicyTest {
  @TempDir private Path temporary;
  private Path allowed;
  private Path outside;
  private RootPolicy policy;

  @BeforeEach
  void makeFolders() throws IOException {
    allowed = Files.createDirectories(temporary.toRealPath().resolve("allowed"));
    outside = Files.createDirectories(temporary.toRealPath().resolve("allowed-not"));
    policy = new RootPolicy(List.of(allowed));
  }

  @Test
  void admitsWhatLiesInsideAnAllowedRoot() throws IOException {
    Path inside = Files.createDirectories(allowed.resolve("a/b"));

    assertThat(policy.admit(allowed, RootMode.WORKSPACE_FOLDER)).isEqualTo(allowed);
    assertThat(policy.admit(inside, RootMode.WORKSPACE_FOLDER)).isEqualTo(inside);
    assertThat(policy.admit(inside.resolve("../b"), RootMode.WORKSPACE_FOLDER)).isEqualTo(inside);
  }

  @Test
  void admitsEveryFolderWhenNoneIsNamed() {
    assertThat(new RootPolicy(List.of()).admit(outside, RootMode.GIT_ROOT)).isEqualTo(outside);
  }

  @Test
  void refusesWhatLiesOutsideWhetherItExistsOrNot() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);

    assertRefused(Kind.ROOT_NOT_ALLOWED, outside, RootMode.WORKSPACE_FOLDER);
    assertRefused(Kind.ROOT_NOT_ALLOWED, outside.resolve("gone"), RootMode.WORKSPACE_FOLDER);
    assertRefused(Kind.ROOT_NOT_ALLOWED, allowed.resolve("../allowed-not"), RootMode.GIT_ROOT);
    assertRefused(Kind.ROOT_NOT_ALLOWED, link, RootMode.WORKSPACE_FOLDER);
    assertRefused(Kind.ROOT_NOT_ALLOWED, link.resolve("gone"), RootMode.WORKSPACE_FOLDER);
  }

  @Test
  void refusesAGitRootAboveTheAllowedRoots() throws IOException {
    Files.createDirectory(allowed.resolveSibling(".git"));

    assertRefused(Kind.ROOT_NOT_ALLOWED, allowed, RootMode.GIT_ROOT);
    assertThat(policy.admit(allowed, RootMode.WORKSPACE_FOLDER)).isEqualTo(allowed);
  }

  @Test
  void refusesWhatIsNoFolder() throws IOException {
    Path file = Files.writeString(allowed.resolve("file"), "text");

    assertRefused(Kind.ROOT_MISSING, allowed.resolve("gone"), RootMode.GIT_ROOT);
    assertRefused(Kind.ROOT_NOT_A_DIRECTORY, file, RootMode.GIT_ROOT);
    assertRefused(Kind.ROOT_NOT_ABSOLUTE, Path.of("relative"), RootMode.GIT_ROOT);
  }

  @Test
  void admitsAnIndexInsideTheRootOrAnAllowedOne() throws IOException {
    Path root = Files.createDirectories(allowed.resolve("a"));
    Path inside = Files.writeString(root.resolve("index.scip"), "");
    Path beside = Files.writeString(allowed.resolve("index.scip"), "");
    Path elsewhere = Files.writeString(outside.resolve("index.scip"), "");

    assertThat(policy.admitFile(root, Path.of("index.scip"))).isEqualTo(inside);
    assertThat(policy.admitFile(root, beside)).isEqualTo(beside);
    assertThat(new RootPolicy(List.of()).admitFile(root, elsewhere)).isEqualTo(elsewhere);
  }

  @Test
  void refusesAnIndexElsewhereWhetherItExistsOrNot() throws IOException {
    Path root = Files.createDirectories(allowed.resolve("a"));
    Path elsewhere = Files.writeString(outside.resolve("index.scip"), "");
    Files.createSymbolicLink(root.resolve("link.scip"), elsewhere);

    assertIndexRefused(Kind.SCIP_NOT_ALLOWED, policy, root, elsewhere);
    assertIndexRefused(Kind.SCIP_NOT_ALLOWED, policy, root, outside.resolve("gone"));
    assertIndexRefused(Kind.SCIP_NOT_ALLOWED, policy, root, Path.of("link.scip"));
    assertIndexRefused(Kind.SCIP_NOT_ALLOWED, policy, root, Path.of("../../allowed-not/gone"));
    assertIndexRefused(
        Kind.SCIP_NOT_ALLOWED, new RootPolicy(List.of()), root, Path.of("../index.scip"));
    assertIndexRefused(Kind.SCIP_MISSING, policy, root, Path.of("gone"));
    assertIndexRefused(Kind.SCIP_MISSING, policy, root, root);
  }

  private static void assertIndexRefused(Kind kind, RootPolicy policy, Path root, Path named) {
    assertThatThrownBy(() -> policy.admitFile(root, named))
        .isInstanceOfSatisfying(
            RebuildException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(named.toString());
  }

  private void assertRefused(Kind kind, Path named, RootMode mode) {
    assertThatThrownBy(() -> policy.admit(named, mode))
        .isInstanceOfSatisfying(
            RebuildException.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(named.toString());
  }
}
