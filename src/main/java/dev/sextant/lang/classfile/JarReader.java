package dev.sextant.lang.classfile;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.ExternalLibraryBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the class files of a jar into a library; of a multi-release jar those that hold for every
 * release.
 *
 * <p>A jar is untrusted: what it holds is read as data within {@link JarLimits}, and nothing in it
 * can make reading fail. Entries of a jar that was overwritten while it is read look damaged.
 *
 * <p><b>Threads:</b> confined to its caller; blocks on the disk.
 */
public final class JarReader {
  private static final String CLASS = ".class";
  private static final String NOT_ON_CLASS_PATH = "META-INF/";
  private static final String DESCRIPTION = "-info.class";
  private static final int MOST_PROBLEMS = 20;

  /**
   * What a jar gave.
   *
   * @param library the types that could be read, none when the jar cannot be opened
   * @param problems what could not be read and why, at most twenty
   */
  public record Outcome(ExternalLibrary library, List<String> problems) {
    /** Keeps its own copy of the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  private final ZipFile jar;
  private final JarLimits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private long bytesLeft;

  private JarReader(ZipFile jar, JarLimits limits) {
    this.jar = jar;
    this.limits = limits;
    this.bytesLeft = limits.totalBytes();
  }

  /**
   * Reads the jar at {@code path}.
   *
   * <p><b>Cost:</b> in proportion to its class files.
   */
  public static Outcome read(Path path, JarLimits limits) {
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return new JarReader(jar, limits).read();
    } catch (IOException | IllegalArgumentException e) {
      String problem = "cannot open the jar " + path + ": " + e.getMessage();
      return new Outcome(new ExternalLibraryBuilder().build(), List.of(problem));
    }
  }

  private Outcome read() {
    list();
    LibraryAssembly assembly = new LibraryAssembly(this::classFile);
    new TreeSet<>(entries.keySet())
        .stream().filter(name -> !isNested(name)).forEach(assembly::addPublic);
    ExternalLibrary library = assembly.finish().build();
    for (LibraryAssembly.Refused refused : assembly.refused()) {
      problem("cannot read the class " + refused.name() + ": " + refused.reason());
    }
    return new Outcome(library, problems);
  }

  private void list() {
    var all = jar.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      String path = entry.getName();
      if (path.endsWith(CLASS)
          && !path.startsWith(NOT_ON_CLASS_PATH)
          && !path.endsWith(DESCRIPTION)) {
        if (entries.size() == limits.entries()) {
          problem("it has more than " + limits.entries() + " class files; the rest is left out");
          return;
        }
        entries.putIfAbsent(path.substring(0, path.length() - CLASS.length()), entry);
      }
    }
  }

  /** Whether the class seems to be nested in another of this jar; only its name is looked at. */
  private boolean isNested(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
    while (dollar > 0) {
      if (entries.containsKey(name.substring(0, dollar))) {
        return true;
      }
      dollar = name.indexOf('$', dollar + 1);
    }
    return false;
  }

  private Optional<byte[]> classFile(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null || bytesLeft <= 0) {
      return Optional.empty();
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limits.classBytes() + 1);
      bytesLeft -= bytes.length;
      if (bytesLeft <= 0) {
        problem(
            "its class files have over " + limits.totalBytes() + " bytes; the rest is left out");
        return Optional.empty();
      }
      if (bytes.length > limits.classBytes()) {
        problem(
            "the class " + name + " has over " + limits.classBytes() + " bytes; it is left out");
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (IOException | IllegalArgumentException e) {
      problem("cannot read the class " + name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void problem(String problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    }
  }
}
