package dev.sextant.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A step of the build: writes the {@link ExtractorVersion} and the {@link BuilderVersion}. */
final class ExtractorVersionTask {
  private static final String GRAMMARS = "native/libsextant-syntax.sha256";
  private static final List<String> PACKAGES = List.of("source", "graph", "syntax", "lang");
  private static final List<String> ALL_PACKAGES =
      List.of("source", "graph", "syntax", "lang", "resolve", "scip", "index");

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
    write(program.resolve(ExtractorVersion.RESOURCE.substring(1)), version(program));
    write(program.resolve(BuilderVersion.RESOURCE.substring(1)), builderVersion(program));
  }

  private static void write(Path target, String version) throws IOException {
    if (!Files.exists(target) || !Files.readString(target).equals(version)) {
      Files.createDirectories(target.getParent());
      Files.writeString(target, version);
    }
  }

  /** The version of the extractors in {@code program}. */
  static String version(Path program) throws IOException {
    return hash(program, PACKAGES, NOT_FOR_SOURCES);
  }

  /** The version of all that makes graphs in {@code program}. */
  static String builderVersion(Path program) throws IOException {
    return hash(program, ALL_PACKAGES, "none");
  }

  private static String hash(Path program, List<String> packages, String without)
      throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, program, program.resolve(GRAMMARS));
      Path base = program.resolve("dev/sextant");
      for (String name : packages) {
        try (var files = Files.walk(base.resolve(name))) {
          for (Path file :
              files
                  .filter(Files::isRegularFile)
                  .filter(one -> !one.startsWith(base.resolve(without)))
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
