package dev.sextant.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testing.GraphDump;
import dev.sextant.testing.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a name means when it could be taken for something else. */
class MeaningsTest {
  @TempDir private Path folder;

  @Test
  void moduleIsNeverATypeInTypeScript() throws Exception {
    List<String> edges =
        edges(
            Map.of(
                "log.ts",
                "export class Sink { write(text: string) {} }\nexport function write() {}\n",
                "main.ts",
                """
                import * as log from './log';
                function typed(x: log) { x.write(); }
                function made() { return new log(); }
                class Sub extends log {}
                function used() { log.write(); new log.Sink(); }
                """));

    assertThat(edges)
        .contains(
            "`main.ts`/used(). -> `log.ts`/write(). call",
            "`main.ts`/used(). -> `log.ts`/Sink# construct")
        .noneMatch(edge -> edge.startsWith("`main.ts`/typed") && edge.contains("write() call"))
        .noneMatch(MeaningsTest::takesTheFileForAType);
  }

  @Test
  void moduleIsNeverATypeInPython() throws Exception {
    List<String> edges =
        edges(
            Map.of(
                "shop/__init__.py",
                "",
                "shop/log.py",
                "class Sink:\n    def write(self):\n        pass\n\n\ndef write():\n    pass\n",
                "main.py",
                """
                import shop.log as log
                def typed(x: log):
                    x.write()
                def made():
                    return log()
                class Sub(log):
                    pass
                def used():
                    log.write()
                    log.Sink().write()
                """));

    assertThat(edges)
        .contains(
            "`main.py`/used(). -> shop/`log.py`/write(). call",
            "`main.py`/used(). -> shop/`log.py`/Sink# construct",
            "`main.py`/used(). -> shop/`log.py`/Sink#write(). call")
        .noneMatch(MeaningsTest::takesTheFileForAType);
  }

  @Test
  void parenthesesKeepThePackageInJava() throws Exception {
    List<String> edges =
        edges(
            Map.of(
                "shop/till/Till.java",
                "package shop.till;\npublic class Till { public static int open() { return 1; } }\n",
                "app/Main.java",
                """
                package app;
                class Main {
                  int whole() { return (shop.till.Till).open(); }
                  int part() { return (shop.till).Till.open(); }
                  int twice() { return ((shop.till)).Till.open(); }
                }
                """));

    assertThat(edges)
        .contains(
            "app/Main#whole(). -> shop/till/Till#open(). call",
            "app/Main#part(). -> shop/till/Till#open(). call",
            "app/Main#twice(). -> shop/till/Till#open(). call");
  }

  @Test
  void parenthesesKeepThePackageInPython() throws Exception {
    List<String> edges =
        edges(
            Map.of(
                "shop/__init__.py",
                "",
                "shop/till.py",
                "def open_till():\n    pass\n",
                "main.py",
                """
                import shop.till
                def plain():
                    shop.till.open_till()
                def whole():
                    (shop.till).open_till()
                def part():
                    (shop).till.open_till()
                """));

    assertThat(edges)
        .contains(
            "`main.py`/plain(). -> shop/`till.py`/open_till(). call",
            "`main.py`/whole(). -> shop/`till.py`/open_till(). call",
            "`main.py`/part(). -> shop/`till.py`/open_till(). call");
  }

  private static boolean takesTheFileForAType(String edge) {
    return edge.endsWith("/ type") || edge.endsWith("/ construct") || edge.endsWith("/ supertype");
  }

  /** {@code FROM -> TO ROLE} of every edge, and {@code FROM -> TO supertype} of every supertype. */
  private List<String> edges(Map<String, String> files) throws Exception {
    Path root = Files.createDirectory(folder.resolve("tree"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return GraphDump.of(Trees.build(root, folder.resolve("state")).graph())
        .lines()
        .dropWhile(line -> !line.equals("# supertypes"))
        .filter(line -> line.contains(" -> "))
        .map(line -> line.contains(" @") ? shortened(line) : line + " supertype")
        .toList();
  }

  /** Without the evidence and the place. */
  private static String shortened(String line) {
    String[] words = line.split(" ");
    return String.join(" ", List.of(words).subList(0, words.length - 2));
  }
}
