package dev.sextant.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The published sources of a library that nobody wrote for these tests: Gson, from the jar that the
 * build puts on the class path of the tests.
 */
public final class RealLibrary {
  private RealLibrary() {}

  /** Its Java files: paths, and what they hold. */
  public static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var jar = new ZipFile(jar())) {
      List<ZipEntry> entries = new ArrayList<>();
      jar.stream().filter(entry -> entry.getName().endsWith(".java")).forEach(entries::add);
      for (ZipEntry entry : entries) {
        try (var in = jar.getInputStream(entry)) {
          files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
        }
      }
    }
    return files;
  }

  /** Writes the files below {@code root}. */
  public static void copyTo(Path root) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static File jar() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*gson-[0-9.]+-sources\\.jar"))
        .map(File::new)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the sources of Gson are not on the class path"));
  }
}
