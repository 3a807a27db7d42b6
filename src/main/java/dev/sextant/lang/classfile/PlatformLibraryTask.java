package dev.sextant.lang.classfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A step of the build: writes the library of the platform that runs it, unless it is there and up
 * to date.
 *
 * <p>In it are the public types of the packages that the modules named java.* and jdk.* export to
 * everyone, and what they inherit from.
 */
final class PlatformLibraryTask {
  private static final String CLASS = ".class";

  private final Map<String, ModuleReader> modules = new HashMap<>();
  private final TreeSet<String> exported = new TreeSet<>();

  private PlatformLibraryTask() {}

  /**
   * Runs the step.
   *
   * @param arguments the folder of the compiled program, the file to write, and one to remember
   *     what it was written from
   */
  public static void main(String[] arguments) throws IOException {
    Path program = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path stampFile = Path.of(arguments[2]);
    String stamp = stamp(program);
    if (Files.exists(target)
        && Files.exists(stampFile)
        && Files.readString(stampFile).equals(stamp)) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.write(target, new PlatformLibraryTask().assemble());
    Files.writeString(stampFile, stamp);
  }

  /** Names all that the library depends on: the platform, and the program that reads it. */
  private static String stamp(Path program) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
      for (String folder : List.of("lang", "lang/classfile", "graph")) {
        try (var files = Files.list(program.resolve("dev/sextant").resolve(folder))) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  private byte[] assemble() throws IOException {
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      String name = module.descriptor().name();
      if (name.startsWith("java.") || name.startsWith("jdk.")) {
        list(module);
      }
    }
    LibraryAssembly assembly = new LibraryAssembly(this::classFile);
    exported.forEach(assembly::addPublic);
    byte[] library = assembly.finish().build().toBytes();
    if (!assembly.refused().isEmpty()) {
      throw new IOException("cannot read classes of this platform: " + assembly.refused());
    }
    for (ModuleReader reader : modules.values()) {
      reader.close();
    }
    return library;
  }

  private void list(ModuleReference module) throws IOException {
    var packages =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    ModuleReader reader = module.open();
    List<String> names = new ArrayList<>();
    try (var resources = reader.list()) {
      resources.filter(name -> name.endsWith(CLASS)).forEach(names::add);
    }
    for (String resource : names) {
      String name = resource.substring(0, resource.length() - CLASS.length());
      int slash = name.lastIndexOf('/');
      modules.put(name, reader);
      if (slash > 0
          && name.indexOf('$') < 0
          && !name.endsWith("-info")
          && packages.contains(name.substring(0, slash).replace('/', '.'))) {
        exported.add(name);
      }
    }
  }

  private Optional<byte[]> classFile(String name) {
    ModuleReader reader = modules.get(name);
    if (reader == null) {
      return Optional.empty();
    }
    try (InputStream in = reader.open(name + CLASS).orElseThrow()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of this platform", e);
    }
  }
}
