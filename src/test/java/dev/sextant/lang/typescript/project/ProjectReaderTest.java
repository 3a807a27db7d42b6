package dev.sextant.lang.typescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectReaderTest {
  private final Map<String, String> files = new LinkedHashMap<>();
  private List<String> problems = new ArrayList<>();

  @Test
  void pathsAreTriedInOrderAndTheLongestPrefixWins() {
    files.put(
        "tsconfig.json",
        """
        {"compilerOptions": {"paths": {
          "*": ["any/*"], "@a/*": ["first/*", "second/*"], "@a/b/*": ["third/*"], "@a/b/c": ["x.ts"]
        }}}
        """);

    assertThat(found("src/m.ts", "@a/z"))
        .filteredOn(path -> path.endsWith("/z.ts"))
        .containsExactly("first/z.ts", "second/z.ts");
    assertThat(found("src/m.ts", "@a/b/z")).startsWith("third/z.ts");
    assertThat(found("src/m.ts", "@a/b/c")).startsWith("x.ts");
    assertThat(found("src/m.ts", "other")).startsWith("any/other.ts");
  }

  @Test
  void theNearestConfigurationHolds() {
    files.put("tsconfig.json", "{\"compilerOptions\": {\"paths\": {\"~/*\": [\"./*\"]}}}");
    files.put("app/jsconfig.json", "{\"compilerOptions\": {\"baseUrl\": \"src\"}}");

    assertThat(found("lib/m.ts", "~/x")).startsWith("x.ts");
    assertThat(found("app/src/deep/m.js", "x/y")).startsWith("app/src/x/y.ts");
    assertThat(found("app/src/deep/m.js", "~/x")).doesNotContain("x.ts");
  }

  @Test
  void pathsAreThoseOfTheFileThatWritesThemUnlessThereIsABaseUrl() {
    files.put(
        "config/base.json",
        "{\"compilerOptions\": {\"paths\": {\"a\": [\"./a\"], \"b\": [\"${configDir}/b\"]}}}");
    files.put("app/tsconfig.json", "{\"extends\": \"../config/base\"}");
    files.put(
        "based/tsconfig.json",
        "{\"extends\": \"../config/base.json\", \"compilerOptions\": {\"baseUrl\": \".\"}}");

    assertThat(found("app/m.ts", "a")).startsWith("config/a.ts");
    assertThat(found("app/m.ts", "b")).startsWith("app/b.ts");
    assertThat(found("based/m.ts", "a")).startsWith("based/a.ts");
  }

  @Test
  void extendsLaterOfSeveralAndPackagesInReach() {
    files.put("one.json", "{\"compilerOptions\": {\"baseUrl\": \"one\"}}");
    files.put("two.json", "{\"compilerOptions\": {\"baseUrl\": \"two\"}}");
    files.put("tsconfig.json", "{\"extends\": [\"./one.json\", \"./two.json\"]}");
    files.put(
        "node_modules/@t/strict/tsconfig.json", "{\"compilerOptions\": {\"baseUrl\": \"x\"}}");
    files.put("p/tsconfig.json", "{\"extends\": \"@t/strict\"}");
    files.put("tools/package.json", "{\"name\": \"@own/config\"}");
    files.put("tools/web.json", "{\"compilerOptions\": {\"baseUrl\": \"../q\"}}");
    files.put("q/tsconfig.json", "{\"extends\": \"@own/config/web.json\"}");

    assertThat(found("m.ts", "x")).startsWith("two/x.ts");
    assertThat(found("p/m.ts", "y")).startsWith("node_modules/@t/strict/x/y.ts");
    assertThat(found("q/m.ts", "y")).startsWith("q/y.ts");
    assertThat(problems).isEmpty();
  }

  @Test
  void whatExtendsItselfEnds() {
    files.put(
        "tsconfig.json",
        "{\"extends\": [\"./tsconfig.json\", \"./tsconfig.json\", \"./tsconfig.json\"],"
            + " \"compilerOptions\": {\"baseUrl\": \"s\"}}");

    assertThat(found("m.ts", "x")).startsWith("s/x.ts");
    assertThat(problems).contains("tsconfig.json extends further than is followed, or itself");
  }

  @Test
  void hostileConfigurationIsReportedAndNothingElse() {
    files.put("tsconfig.json", "[1]");
    files.put("a/tsconfig.json", "{\"compilerOptions\": []}");
    files.put(
        "b/tsconfig.json",
        "{\"extends\": {\"x\": 1}, \"compilerOptions\": {\"baseUrl\": 3, \"paths\": \"x\","
            + " \"rootDirs\": {\"a\": 1}}}");
    files.put(
        "c/tsconfig.json",
        "{\"compilerOptions\": {\"paths\": {\"a*b*c\": [\"x\"], \"d\": \"x\", \"e\": [1, \"y\"],"
            + " \"f\": [\"../../../etc/passwd\", \"/etc/passwd\"]}}}");
    files.put("d/tsconfig.json", "{\"extends\": \"../../../outside.json\"}");
    files.put("e/tsconfig.json", "{\"extends\": \"/etc/tsconfig.json\"}");
    files.put("f/tsconfig.json", "{ this is none");
    files.put("g/package.json", "{\"name\": 1, \"exports\": 7, \"imports\": [], \"main\": {}}");
    files.put(
        "h/package.json",
        "{\"name\": \"h\", \"exports\": {\".\": \"../../x.js\", \"./a\": [null, 3, \"./a.js\"],"
            + " \"./b/*\": null}, \"imports\": {\"#x\": \"#x\"}}");

    assertThat(found("c/m.ts", "e")).startsWith("c/y.ts");
    assertThat(found("c/m.ts", "f"))
        .allSatisfy(path -> assertThat(path).doesNotContain("..").doesNotContain("etc"));
    assertThat(found("h/m.ts", "h/a")).startsWith("h/a.ts");
    assertThat(found("h/m.ts", "h")).doesNotContain("x.js");
    assertThat(found("h/m.ts", "#x")).isEmpty();
    assertThat(found("b/m.ts", "z")).startsWith("b/node_modules/z");
    assertThat(problems)
        .contains(
            "tsconfig.json is no object",
            "a/tsconfig.json: compilerOptions is no object",
            "b/tsconfig.json: baseUrl is no text",
            "b/tsconfig.json: paths is no object",
            "c/tsconfig.json: paths says of a*b*c what cannot be followed",
            "c/tsconfig.json: paths says of d what cannot be followed",
            "c/tsconfig.json: ../../../etc/passwd leads out of the workspace",
            "c/tsconfig.json: /etc/passwd leads out of the workspace",
            "d/tsconfig.json extends ../../../outside.json, which is not there",
            "e/tsconfig.json extends /etc/tsconfig.json, which is not there",
            "cannot read f/tsconfig.json: expected a name in quotes in line 1");
  }

  @Test
  void exportsThatAreNotBuiltLeadToTheirSources() {
    files.put(
        "p/package.json",
        "{\"name\": \"p\", \"exports\": {\".\": {\"types\": \"./dist/types/index.d.ts\","
            + " \"default\": \"./dist/index.js\"}, \"./*\": \"./dist/*.js\"}}");
    files.put(
        "q/package.json", "{\"name\": \"q\", \"exports\": {\"require\": \"./out/main.cjs\"}}");
    files.put(
        "q/tsconfig.json", "{\"compilerOptions\": {\"outDir\": \"out\", \"rootDir\": \"code\"}}");

    assertThat(found("p/src/m.ts", "p"))
        .startsWith("p/dist/types/index.d.ts")
        .contains("p/src/index.ts");
    assertThat(found("m.ts", "p/deep/x")).contains("p/src/deep/x.ts");
    assertThat(found("m.ts", "q")).contains("q/code/main.ts");
  }

  @Test
  void ofPackagesWithOneNameTheNearestIsMeant() {
    files.put("a/p/package.json", "{\"name\": \"p\", \"main\": \"a.js\"}");
    files.put("b/p/package.json", "{\"name\": \"p\", \"main\": \"b.js\"}");

    assertThat(found("b/x/m.ts", "p")).startsWith("b/p/b.ts").doesNotContain("a/p/a.ts");
    assertThat(found("a/m.ts", "p")).startsWith("a/p/a.ts");
  }

  @Test
  void whatNobodyHasIsLookedForInTheFoldersAround() {
    assertThat(found("a/b/m.ts", "react/jsx-runtime"))
        .containsExactly(
            "a/b/node_modules/react/jsx-runtime",
            "a/node_modules/react/jsx-runtime",
            "node_modules/react/jsx-runtime",
            "(ambient)/react/jsx-runtime");
  }

  private List<String> found(String importer, String imported) {
    var reader = new ProjectReader(path -> Optional.ofNullable(files.get(path)));
    ScriptProjects projects = reader.read(List.copyOf(files.keySet()));
    problems = reader.problems();
    return projects.moduleFiles(importer, imported);
  }
}
