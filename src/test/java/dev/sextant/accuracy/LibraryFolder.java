package dev.sextant.accuracy;

import dev.sextant.cli.EdgeExport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of one library's measurement: sources, class path, key and report.
 *
 * <p>What was fetched and the key are kept until the coordinates or the form of keys change; the
 * edges are exported anew by every run.
 */
final class LibraryFolder {
  // Grows whenever the same sources would give another key.
  private static final int KEY_FORM = 3;
  private static final int PACKAGE_KEY_FORM = 5;
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";

  private final Library library;
  private final Path folder;

  LibraryFolder(Library library, Path parent) {
    this.library = library;
    this.folder = parent.resolve(library.name()).toAbsolutePath();
  }

  /** The root of the library's sources, its {@code pom.xml} among them. */
  Path tree() {
    return folder.resolve("tree");
  }

  /** Where the errors are written. */
  Path errors() {
    return folder.resolve("errors.txt");
  }

  /** The answer key, made if there is none yet. */
  AnswerKey key() throws IOException {
    Path key = folder.resolve("key.jsonl");
    Path made = folder.resolve("key.of");
    String of = library.coordinates() + " " + (library.isPackage() ? PACKAGE_KEY_FORM : KEY_FORM);
    if (!Files.exists(made) || !Files.readString(made).equals(of)) {
      if (library.isPackage()) {
        var source = new PackageSource(library, folder);
        source.fetch(tree());
        source.key(tree(), key);
      } else {
        fetch();
        JsonLines.write(KeyBuild.of(tree(), classPath()), key);
      }
      Files.writeString(made, of);
    }
    return JsonLines.key(key);
  }

  /** The edges that Sextant finds now. */
  List<Edge> edges() throws IOException {
    Path edges = folder.resolve("edges.jsonl");
    EdgeExport.write(tree(), folder.resolve("state"), edges);
    return JsonLines.edges(edges);
  }

  private List<Path> classPath() throws IOException {
    String jars = Files.readString(folder.resolve("classpath.txt")).strip();
    return Stream.of(jars.split(java.io.File.pathSeparator))
        .filter(jar -> !jar.isEmpty())
        .map(Path::of)
        .toList();
  }

  private void fetch() throws IOException {
    Path fetched = folder.resolve("fetched.of");
    if (Files.exists(fetched) && Files.readString(fetched).equals(library.coordinates())) {
      return;
    }
    Files.createDirectories(folder);
    copy(":jar:sources");
    copy(":pom");
    String file = library.artifact() + "-" + library.version();
    unzip(folder.resolve(file + "-sources.jar"));
    Path pom = tree().resolve("pom.xml");
    Files.copy(folder.resolve(file + ".pom"), pom, StandardCopyOption.REPLACE_EXISTING);
    // As a project of its own the library has its optional and provided dependencies too.
    maven(
        "-f",
        pom.toString(),
        PLUGIN + "build-classpath",
        "-DincludeScope=compile",
        "-Dmdep.outputFile=" + folder.resolve("classpath.txt"));
    Files.writeString(fetched, library.coordinates());
  }

  private void copy(String form) throws IOException {
    maven(
        PLUGIN + "copy",
        "-Dartifact=" + library.coordinates() + form,
        "-DoutputDirectory=" + folder,
        "-Dmdep.useBaseVersion=true");
  }

  private void maven(String... arguments) throws IOException {
    Path log = folder.resolve("maven.log");
    var command = new ProcessBuilder("mvn", "-B", "-q");
    command.command().addAll(List.of(arguments));
    // The options of this checkout's Maven need the Java that runs here.
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      int code = command.start().waitFor();
      if (code != 0) {
        throw new IOException(
            "%s cannot be fetched, mvn ended with %d: see %s"
                .formatted(library.coordinates(), code, log));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching " + library.coordinates(), interrupted);
    }
  }

  /** Unpacks the sources, all but the variants for other Java versions. */
  private void unzip(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        boolean variant = name.toUpperCase(Locale.ROOT).startsWith("META-INF/");
        Path to = tree().resolve(name).normalize();
        if (name.endsWith(".java") && !variant && to.startsWith(tree())) {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
