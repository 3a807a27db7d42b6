package dev.sextant.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A step of the build: writes the {@link ExtractorVersion}. */
final class ExtractorVersionTask {
  private static final String GRAMMARS = "native/libsextant-syntax.sha256";
  private static final List<String> PACKAGES = List.of("source", "graph", "syntax", "lang");

  /** Reads no source files: its changes do not change facts. */
  private static final String NOT_FOR_SOURCES = "lang/classfile";

  private ExtractorVersionTask() {}

  /**
   * Runs the step.
   *
   * @param arguments the folder of the compiled program, with the grammar library in it
   */
  public static void main(String[] arguments) throws IOException {
    Path program = Path.of(arguments[0]);
    Path target = program.resolve(ExtractorVersion.RESOURCE.substring(1));
    String version = version(program);
    if (!Files.exists(target) || !Files.readString(target).equals(version)) {
      Files.createDirectories(target.getParent());
      Files.writeString(target, version);
    }
  }

  /** The version of the extractors in {@code program}. */
  static String version(Path program) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, program, program.resolve(GRAMMARS));
      Path base = program.resolve("dev/sextant");
      for (String name : PACKAGES) {
        try (var files = Files.walk(base.resolve(name))) {
          for (Path file :
              files
                  .filter(Files::isRegularFile)
                  .filter(one -> !one.startsWith(base.resolve(NOT_FOR_SOURCES)))
                  .sorted()
                  .toList()) {
            add(digest, program, file);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  private static void add(MessageDigest digest, Path program, Path file) throws IOException {
    digest.update(program.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
    digest.update(Files.readAllBytes(file));
  }
}
