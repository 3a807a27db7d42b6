package dev.sextant.index.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.cancellation.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small workspaces, and small caches beside them. */
class ClassPathSearchTest {
  @TempDir Path folder;

  @Test
  void findsWhatDependenciesBringInTurn() throws Exception {
    pom("pom.xml", "<groupId>w</groupId><artifactId>w</artifactId>" + needs("g:a:1", "g:gone:1"));
    artifact("g:a:1", needs("g:b:2"));
    artifact("g:b:2", needs("g:c:3", "g:d:4:test", "g:e:5:provided", "g:f:6:runtime"));
    artifact("g:c:3", "");
    artifact("g:d:4", "");
    artifact("g:e:5", "");
    artifact("g:f:6", "");

    ClassPath found = find();

    assertThat(names(found)).containsExactly("a-1.jar", "b-2.jar", "c-3.jar", "f-6.jar");
    assertThat(found.missing()).containsExactly("g:gone:1");
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void takesDirectDependenciesOfEveryScope() throws Exception {
    pom("pom.xml", needs("g:a:1:test", "g:b:2:provided", "g:c:3:runtime"));
    artifact("g:a:1", "");
    artifact("g:b:2", "");
    artifact("g:c:3", "");

    assertThat(names(find())).containsExactly("a-1.jar", "b-2.jar", "c-3.jar");
  }

  @Test
  void takesTheNearestVersionAndWhatTheProjectManages() throws Exception {
    pom("pom.xml", managed("g:far:9") + needs("g:a:1", "g:near:1"));
    artifact("g:a:1", needs("g:near:2", "g:far:2"));
    artifact("g:near:1", "");
    artifact("g:near:2", "");
    artifact("g:far:2", "");
    artifact("g:far:9", "");

    assertThat(names(find())).containsExactly("a-1.jar", "near-1.jar", "far-9.jar");
  }

  @Test
  void fillsInVersionsFromParentsPropertiesAndImports() throws Exception {
    pom(
        "pom.xml",
        "<groupId>w</groupId><artifactId>parent</artifactId><version>${revision}</version>"
            + "<properties><revision>1</revision><a.version>0</a.version><of.b>${of.c}</of.b>"
            + "<of.c>2</of.c></properties>"
            + "<dependencyManagement><dependencies>"
            + "<dependency><groupId>g</groupId><artifactId>bom</artifactId><version>7</version>"
            + "<type>pom</type><scope>import</scope></dependency>"
            + dependency("g:a:${a.version}")
            + "</dependencies></dependencyManagement>");
    pom(
        "module/pom.xml",
        "<parent><groupId>w</groupId><artifactId>parent</artifactId>"
            + "<version>${revision}</version></parent><artifactId>module</artifactId>"
            + "<properties><a.version>1</a.version></properties>"
            + needs("g:a", "g:b:${of.b}", "g:c", "w:other:${project.version}"));
    pom(
        "other/pom.xml",
        "<parent><groupId>w</groupId><artifactId>parent</artifactId>"
            + "<version>${revision}</version></parent><artifactId>other</artifactId>"
            + needs("g:d:4"));
    artifact("g:bom:7", "<packaging>pom</packaging>" + managed("g:c:3", "g:a:8"));
    artifact("g:a:1", "");
    artifact("g:b:2", "");
    artifact("g:c:3", "");
    artifact("g:d:4", "");

    ClassPath found = find();

    assertThat(names(found)).containsExactly("a-1.jar", "b-2.jar", "c-3.jar", "d-4.jar");
    assertThat(found.missing()).isEmpty();
  }

  @Test
  void inheritsFromParentsInTheRepository() throws Exception {
    pom(
        "pom.xml",
        "<parent><groupId>g</groupId><artifactId>top</artifactId><version>1</version></parent>"
            + "<artifactId>w</artifactId>"
            + needs("g:a"));
    artifact("g:top:1", "<packaging>pom</packaging>" + managed("g:a:1") + needs("g:b:2"));
    artifact("g:a:1", "");
    artifact("g:b:2", "");

    assertThat(names(find())).containsExactly("a-1.jar", "b-2.jar");
  }

  @Test
  void leavesOutWhatIsExcludedOrOptional() throws Exception {
    pom(
        "pom.xml",
        "<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>"
            + "<version>1</version><exclusions><exclusion><groupId>g</groupId>"
            + "<artifactId>c</artifactId></exclusion></exclusions></dependency></dependencies>");
    artifact(
        "g:a:1",
        "<dependencies><dependency><groupId>g</groupId><artifactId>o</artifactId>"
            + "<version>1</version><optional>true</optional></dependency>"
            + dependency("g:b:2")
            + "</dependencies>");
    artifact("g:b:2", needs("g:c:3"));
    artifact("g:c:3", "");
    artifact("g:o:1", "");

    assertThat(names(find())).containsExactly("a-1.jar", "b-2.jar");
  }

  @Test
  void endsWhereProjectsGoInCircles() throws Exception {
    pom("pom.xml", needs("g:a:1"));
    artifact(
        "g:a:1",
        "<parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version></parent>"
            + "<properties><x>${y}${y}</x><y>${x}${x}</y></properties>"
            + "<dependencyManagement><dependencies><dependency><groupId>g</groupId>"
            + "<artifactId>a</artifactId><version>1</version><type>pom</type>"
            + "<scope>import</scope></dependency></dependencies></dependencyManagement>"
            + needs("g:a:1", "g:b:${x}"));

    ClassPath found = find();

    assertThat(names(found)).containsExactly("a-1.jar");
    assertThat(found.missing()).hasSize(1);
  }

  @Test
  void neverLeavesTheCaches() throws Exception {
    Files.createDirectories(folder.resolve("m2/secret"));
    Files.writeString(folder.resolve("m2/secret/secret-1.jar"), "");
    pom("pom.xml", needs("..:secret:1", "g:../../secret:1", "g:secret:../1"));

    ClassPath found = find();

    assertThat(found.jars()).isEmpty();
    assertThat(found.missing()).hasSize(3);
  }

  @Test
  void readsNoEntityFromOutside() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "1");
    write(
        "workspace/pom.xml",
        "<!DOCTYPE project [<!ENTITY s SYSTEM \""
            + secret.toUri()
            + "\">]><project>"
            + needs("g:a:&s;")
            + "</project>");
    artifact("g:a:1", "");

    assertThat(find().jars()).isEmpty();
  }

  @Test
  void reportsBuildFilesThatCannotBeRead() throws Exception {
    write("workspace/pom.xml", "<project><dependencies>");
    write("workspace/b/pom.xml", "<html></html>");
    write("workspace/c/pom.xml", "<a>".repeat(100));

    assertThat(find().problems())
        .hasSize(3)
        .allMatch(problem -> problem.startsWith("cannot read "));
  }

  @Test
  void leavesOutProjectsThatAreMaterialOfTests() throws Exception {
    pom("src/test/resources/sample/pom.xml", needs("g:a:1"));
    pom("module/src/it/pom.xml", needs("g:a:1"));
    artifact("g:a:1", "");

    assertThat(find()).isEqualTo(ClassPath.EMPTY);
  }

  @Test
  void survivesEveryDamageOfItsFiles() throws Exception {
    byte[] pom =
        ("<project><groupId>w</groupId><artifactId>w</artifactId><version>1</version>"
                + managed("g:a:1")
                + needs("g:a", "g:b:${project.version}")
                + "</project>")
            .getBytes(StandardCharsets.UTF_8);
    byte[] catalog = "[libraries]\ne = \"g:e:5\"\n".getBytes(StandardCharsets.UTF_8);
    artifact("g:a:1", "");
    Random random = new Random(5);
    Path poms = write("workspace/pom.xml", "");
    Path catalogs = write("workspace/libs.versions.toml", "");
    for (int i = 0; i < 500; i++) {
      Files.write(poms, damaged(pom, random));
      Files.write(catalogs, damaged(catalog, random));
      assertThat(find().jars().size()).as("seed 5, try " + i).isLessThanOrEqualTo(1);
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(2) * random.nextInt(20));
    for (int k = 0; k <= random.nextInt(3); k++) {
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(128);
    }
    return bad;
  }

  @Test
  void putsConfiguredJarsFirst() throws Exception {
    pom("pom.xml", needs("g:a:1"));
    artifact("g:a:1", "");
    Path mine = write("mine.jar", "");
    Path gone = folder.resolve("gone.jar");
    ClassPathSettings settings =
        new ClassPathSettings(List.of(mine, gone), folder.resolve("m2"), folder.resolve("gradle"));

    ClassPath found =
        ClassPathSearch.find(folder.resolve("workspace"), settings, new Cancellation());

    assertThat(names(found)).containsExactly("mine.jar", "a-1.jar");
    assertThat(found.missing()).containsExactly(gone.toString());
  }

  @Test
  void followsMavensSettingsToTheRepository() throws Exception {
    pom("pom.xml", needs("g:a:1"));
    write(
        "m2/settings.xml",
        "<settings><localRepository>${user.home}/r</localRepository></settings>");
    write("r/g/a/1/a-1.jar", "");

    assertThat(names(find())).containsExactly("a-1.jar");
  }

  @Test
  void readsWhatGradleFilesNameInPlainText() throws Exception {
    write(
        "workspace/build.gradle.kts",
        "dependencies { implementation(\"g:a:1\"); api(libs.b); testImplementation('g:gone:1') }");
    write(
        "workspace/gradle/libs.versions.toml",
        """
        # g = "g:no:1"
        [versions]
        b = "2"
        d = { strictly = "4" }
        [libraries]
        b = { module = "g:b", version.ref = "b" }
        c = { group = "g", name = "c", version = "3" }
        d = { module = "g:d", version = { ref = "d" } }
        e = "g:e:5"
        [plugins]
        p = "g:p:1"
        """);
    gradle("g:a:1", needs("g:t:1"));
    gradle("g:b:2", "");
    gradle("g:c:3", "");
    gradle("g:d:4", "");
    artifact("g:e:5", "");
    gradle("g:t:1", "");

    ClassPath found = find();

    assertThat(names(found))
        .containsExactlyInAnyOrder(
            "a-1.jar", "b-2.jar", "c-3.jar", "d-4.jar", "e-5.jar", "t-1.jar");
    assertThat(found.missing()).containsExactly("g:gone:1");
  }

  @Test
  void takesTheVersionsThatGradleLocked() throws Exception {
    write("workspace/build.gradle", "implementation 'g:a:1'");
    write(
        "workspace/gradle.lockfile",
        """
        # a comment
        g:a:2=compileClasspath,runtimeClasspath
        g:t:3=compileClasspath
        empty=x
        """);
    gradle("g:a:1", "");
    gradle("g:a:2", needs("g:t:1"));
    gradle("g:t:1", "");
    gradle("g:t:3", "");

    assertThat(names(find())).containsExactly("a-2.jar", "t-3.jar");
  }

  @Test
  void findsNothingWhereNothingIsBuilt() throws Exception {
    write("workspace/A.java", "class A {}");

    assertThat(find()).isEqualTo(ClassPath.EMPTY);
    assertThat(ClassPathSearch.isBuildFile("pom.xml")).isTrue();
    assertThat(ClassPathSearch.isBuildFile("libs.versions.toml")).isTrue();
    assertThat(ClassPathSearch.isBuildFile("A.java")).isFalse();
  }

  private ClassPath find() throws Exception {
    Files.createDirectories(folder.resolve("workspace"));
    ClassPathSettings settings =
        new ClassPathSettings(List.of(), folder.resolve("m2"), folder.resolve("gradle"));
    return ClassPathSearch.find(folder.resolve("workspace"), settings, new Cancellation());
  }

  private static List<String> names(ClassPath found) {
    return found.jars().stream().map(jar -> String.valueOf(jar.getFileName())).toList();
  }

  private void pom(String path, String content) throws IOException {
    write("workspace/" + path, "<project>" + content + "</project>");
  }

  private void artifact(String name, String content) throws IOException {
    String[] parts = name.split(":");
    String path = "m2/repository/" + String.join("/", parts) + "/" + parts[1] + "-" + parts[2];
    if (!content.contains("<packaging>")) {
      write(path + ".jar", "");
    }
    write(path + ".pom", "<project>" + content + "</project>");
  }

  private void gradle(String name, String content) throws IOException {
    String[] parts = name.split(":");
    String path = "gradle/caches/modules-2/files-2.1/" + String.join("/", parts);
    String file = parts[1] + "-" + parts[2];
    write(path + "/0a1b/" + file + ".jar", "");
    write(path + "/2c3d/" + file + ".pom", "<project>" + content + "</project>");
  }

  private Path write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static String needs(String... names) {
    StringBuilder all = new StringBuilder("<dependencies>");
    for (String name : names) {
      all.append(dependency(name));
    }
    return all.append("</dependencies>").toString();
  }

  private static String managed(String... names) {
    return "<dependencyManagement>" + needs(names) + "</dependencyManagement>";
  }

  private static String dependency(String name) {
    String[] parts = name.split(":");
    String version = parts.length > 2 ? "<version>" + parts[2] + "</version>" : "";
    String scope = parts.length > 3 ? "<scope>" + parts[3] + "</scope>" : "";
    return "<dependency><groupId>"
        + parts[0]
        + "</groupId><artifactId>"
        + parts[1]
        + "</artifactId>"
        + version
        + scope
        + "</dependency>";
  }
}
