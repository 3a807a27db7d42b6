package dev.sextant.accuracy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Makes the answer key of a source tree by attributing it with the compiler.
 *
 * <p><b>Cost:</b> that of a compilation; the whole attributed tree is in memory at once.
 */
final class KeyBuild {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          "-nowarn",
          "-Xlint:none",
          "-Xmaxerrs",
          "1000000",
          "--should-stop=ifError=FLOW");

  private KeyBuild() {}

  /** The key of the tree below {@code root}, attributed with the jars of {@code classPath}. */
  static AnswerKey of(Path root, List<Path> classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path nothing = Files.createTempDirectory("no-sources");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(_ -> {}, null, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(nothing));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(nothing));
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  _ -> {},
                  OPTIONS,
                  null,
                  files.getJavaFileObjectsFromPaths(sources(root)));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      return read(root, units, Trees.instance(task), task.getElements());
    } finally {
      Files.delete(nothing);
    }
  }

  private static AnswerKey read(
      Path root, List<CompilationUnitTree> units, Trees trees, Elements elements)
      throws IOException {
    var places = new DeclarationPlaces(trees, elements);
    Map<CompilationUnitTree, Text> texts = new LinkedHashMap<>();
    for (CompilationUnitTree unit : units) {
      String file =
          root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
      Text text = new Text(file, unit.getSourceFile().getCharContent(true).toString());
      texts.put(unit, text);
      places.add(unit, text);
    }
    var log = new UseLog(places);
    var names = new TreeSet<String>();
    texts.forEach(
        (unit, text) -> {
          names.add(text.file());
          log.file(text.file());
          new Uses(trees, places, log, unit, text).scan(unit, null);
        });
    return new AnswerKey(names, places.declared(), log.edges(), log.silences());
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }
}
