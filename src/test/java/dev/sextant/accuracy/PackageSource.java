package dev.sextant.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The TypeScript sources of a package of npm, and their answer key, which a script asks of the
 * TypeScript compiler.
 */
final class PackageSource {
  private static final Path SCRIPTS = Path.of("src/test/accuracy-ts");
  private static final Path TOOLS = Path.of("target/accuracy-ts");
  private static final Pattern TEST = Pattern.compile("(^|/)(__tests__|tests?)/|\\.(test|spec)\\.");

  private final Library library;
  private final Path folder;

  PackageSource(Library library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  /**
   * Installs the package with what it depends on, and copies its sources to {@code tree}, beside
   * what it depends on; where it imports itself by its name, its built form is not at hand.
   */
  void fetch(Path tree) throws IOException {
    Path fetched = folder.resolve("fetched.of");
    String of = library.coordinates() + " without itself";
    if (Files.exists(fetched) && Files.readString(fetched).equals(of)) {
      return;
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("package.json"),
        "{\"private\":true,\"dependencies\":{\"%s\":\"%s\"}}\n"
            .formatted(library.artifact(), library.version()));
    run(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund");
    Path installed = folder.resolve("node_modules").resolve(library.artifact());
    copy(installed, installed.resolve("src"), tree);
    Files.createDirectories(tree);
    Path manifest = installed.resolve("package.json");
    Files.copy(manifest, tree.resolve("package.json"), StandardCopyOption.REPLACE_EXISTING);
    delete(installed);
    Path dependencies = tree.resolve("node_modules");
    delete(dependencies);
    Files.move(folder.resolve("node_modules"), dependencies);
    Files.writeString(fetched, of);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static void copy(Path installed, Path sources, Path tree) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Path relative = installed.relativize(file);
      String name = relative.toString().replace('\\', '/');
      if ((name.endsWith(".ts") || name.endsWith(".tsx")) && !TEST.matcher(name).find()) {
        Path to = tree.resolve(relative.toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Writes the answer key of {@code tree}. */
  void key(Path tree, Path key) throws IOException {
    Files.createDirectories(TOOLS);
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path script : scripts.filter(Files::isRegularFile).toList()) {
        Files.copy(
            script, TOOLS.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!Files.exists(TOOLS.resolve("node_modules/typescript"))) {
      run(TOOLS, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
    run(
        folder,
        "node",
        TOOLS.toAbsolutePath().resolve("key.mjs").toString(),
        tree.toString(),
        key.toString());
  }

  private void run(Path where, String... command) throws IOException {
    Path log = folder.resolve("npm.log");
    var process = new ProcessBuilder(command).directory(where.toFile());
    process.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      int code = process.start().waitFor();
      if (code != 0) {
        throw new IOException(
            "%s cannot be measured, %s ended with %d: see %s"
                .formatted(library.coordinates(), String.join(" ", command), code, log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at " + library.coordinates(), interrupted);
    }
  }
}
