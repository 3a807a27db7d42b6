package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to a build that goes on from another when the files change that say how to build.
 */
class BuildFilesTest {
  private static final String TREE =
      """
      //- pom.xml
      <project><artifactId>a</artifactId></project>
      //- tsconfig.json
      { "extends": "./node_modules/base/tsconfig.json" }
      //- node_modules/base/tsconfig.json
      { "compilerOptions": { "paths": { "lib": ["./../../one.ts"] } } }
      //- node_modules/typed/index.d.ts
      export function tap<T>(value: T): number;
      //- main.ts
      import { run } from 'lib';
      import { tap } from 'typed';
      import { late } from 'late';
      tap(run()).go();
      late(run()).go();
      //- one.ts
      export class One { go() {} }
      export function run() { return new One(); }
      //- two.ts
      export class Two { go() {} }
      export function run() { return new Two(); }
      //- A.java
      class A {}
      """;

  @TempDir private Path folder;

  @Test
  void aBuildGoesOnWhileTheySayTheSame() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult first = build(root, Optional.empty());
    Files.setLastModifiedTime(
        root.resolve("tsconfig.json"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    IndexResult second = build(root, first.state());

    assertThat(first.report().work().incremental()).isFalse();
    assertThat(second.report().work().incremental()).isTrue();
    assertThat(GraphDump.of(second.graph())).isEqualTo(GraphDump.of(first.graph()));
  }

  @Test
  void aChangedConfigurationBuildsAnew() throws Exception {
    changed("tsconfig.json", "{ \"compilerOptions\": { \"paths\": { \"lib\": [\"two.ts\"] } } }");
  }

  @Test
  void aChangedConfigurationInAPackageBuildsAnew() throws Exception {
    changed(
        "node_modules/base/tsconfig.json",
        "{ \"compilerOptions\": { \"paths\": { \"lib\": [\"../../two.ts\"] } } }");
  }

  @Test
  void aNewConfigurationBuildsAnew() throws Exception {
    changed("jsconfig.json", "{}");
  }

  @Test
  void aChangedManifestBuildsAnew() throws Exception {
    changed("package.json", "{ \"imports\": {} }");
  }

  @Test
  void aChangedBuildOfJavaBuildsAnew() throws Exception {
    changed("pom.xml", "<project><artifactId>b</artifactId></project>");
    changed("build.gradle", "");
  }

  @Test
  void changedAndNewPackagesBuildAnew() throws Exception {
    changed("node_modules/typed/index.d.ts", "export function tap<T>(value: T): T;");
    changed("node_modules/late/index.d.ts", "export function late<T>(value: T): T;");
  }

  @Test
  void aGoneConfigurationBuildsAnew() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult first = build(root, Optional.empty());
    Files.delete(root.resolve("tsconfig.json"));

    assertIsAsWhole(root, build(root, first.state()));
  }

  @Test
  void aNewImportOfAPackageFindsIt() throws Exception {
    Path root = Trees.write(folder, TREE);
    Files.writeString(root.resolve("main.ts"), "import { run } from 'lib';\nrun();\n");
    IndexResult first = build(root, Optional.empty());
    Files.writeString(
        root.resolve("main.ts"),
        "import { run } from 'lib';\nimport { tap } from 'typed';\ntap(run()).go();\n");

    IndexResult second = build(root, first.state());

    assertThat(second.report().work().incremental()).isTrue();
    assertThat(GraphDump.of(second.graph()))
        .isEqualTo(GraphDump.of(build(root, Optional.empty()).graph()));
  }

  @Test
  void aBuildGoesOnFromAnotherProcessWhileTheySayTheSame() throws Exception {
    Path root = Trees.write(folder, TREE);
    IndexResult first = build(root, Optional.empty());

    IndexResult untouched = build(root, restored(first));
    Files.writeString(root.resolve("one.ts"), "export function run() { return new Date(); }");
    IndexResult edited = build(root, restored(first));

    assertThat(untouched.report().work()).isEqualTo(new BuildWork(true, 0, 0));
    assertThat(GraphDump.of(untouched.graph())).isEqualTo(GraphDump.of(first.graph()));
    assertThat(edited.report().work().incremental()).isTrue();
    assertThat(edited.report().work().filesLinked()).isEqualTo(3);
    assertThat(GraphDump.of(edited.graph()))
        .isEqualTo(GraphDump.of(build(root, Optional.empty()).graph()));
  }

  @Test
  void aRemovedScriptLeavesItsImportToAPackage() throws Exception {
    Path root =
        Trees.write(
            folder,
            """
            //- tsconfig.json
            { "compilerOptions": { "paths": { "typed": ["./own.ts"] } } }
            //- node_modules/typed/index.d.ts
            export function tap(): import('../../one').One;
            import { One } from '../../one';
            export function tip(): Array<string>;
            //- main.ts
            import { tip } from 'typed';
            export class Mine { join() {} length = 1; go() {} }
            tip().join(); tip().go();
            //- own.ts
            import { Mine } from './main';
            export function tip() { return new Mine(); }
            """);
    IndexResult first = build(root, Optional.empty());
    Files.delete(root.resolve("own.ts"));

    IndexResult second = build(root, first.state());

    assertThat(second.report().work().incremental()).isTrue();
    assertThat(GraphDump.of(second.graph()))
        .isEqualTo(GraphDump.of(build(root, Optional.empty()).graph()))
        .doesNotContain("Mine#join(). call");
    assertThat(GraphDump.of(first.graph())).contains("Mine#join(). call");
  }

  private static Optional<LinkState> restored(IndexResult built) {
    return LinkState.restored(built.graph(), built.state().orElseThrow().attachment());
  }

  private void changed(String path, String text) throws Exception {
    Path root = Files.exists(folder.resolve("tree")) ? folder.resolve("tree") : null;
    root = root == null ? Trees.write(folder, TREE) : root;
    IndexResult first = build(root, Optional.empty());
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);

    IndexResult second = build(root, first.state());

    assertIsAsWhole(root, second);
    assertIsAsWhole(root, build(root, restored(first)));
    assertThat(build(root, second.state()).report().work().incremental()).isTrue();
  }

  private void assertIsAsWhole(Path root, IndexResult second) throws Exception {
    assertThat(second.report().work().incremental()).isFalse();
    assertThat(GraphDump.of(second.graph()))
        .isEqualTo(GraphDump.of(build(root, Optional.empty()).graph()));
  }

  private IndexResult build(Path root, Optional<LinkState> before) throws Exception {
    return Trees.build(root, Optional.empty(), folder.resolve("state"), before);
  }
}
