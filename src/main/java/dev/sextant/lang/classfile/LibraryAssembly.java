package dev.sextant.lang.classfile;

import dev.sextant.lang.ExternalLibraryBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts the types of one origin into one library: the public ones, and those they inherit from.
 *
 * <p><b>Threads:</b> confined to its owner.
 */
final class LibraryAssembly {
  /** A type that is not in the library, by its name, and why. */
  record Refused(String name, String reason) {}

  private final Function<String, Optional<byte[]>> classFiles;
  private final ExternalLibraryBuilder library = new ExternalLibraryBuilder();
  private final ClassReader reader = new ClassReader();
  private final Set<String> done = new HashSet<>();
  private final Set<String> inherited = new TreeSet<>();
  private final List<Refused> refused = new ArrayList<>();

  /**
   * An assembly that finds class files by {@code classFiles}, told names as class files write them.
   */
  LibraryAssembly(Function<String, Optional<byte[]>> classFiles) {
    this.classFiles = classFiles;
  }

  /** Adds the top-level type {@code name} if it is public. */
  void addPublic(String name) {
    add(name, ClassFile.ACC_PUBLIC);
  }

  private void add(String name, int wanted) {
    if (done.contains(name)) {
      return;
    }
    Optional<byte[]> bytes = classFiles.apply(name);
    if (bytes.isEmpty()) {
      return;
    }
    try {
      ClassModel model = ClassReader.parse(bytes.get());
      if ((model.flags().flagsMask() & wanted) == wanted) {
        done.add(name);
        ClassReader.TypeFacts type = reader.read(model, classFiles);
        if (!type.internalName().equals(name)) {
          throw new MalformedClassException("it is the class " + type.internalName());
        }
        library.add(type.packageName(), type.name(), type.facts());
        inherited.addAll(type.inherited());
      }
    } catch (MalformedClassException e) {
      done.add(name);
      refused.add(new Refused(name, String.valueOf(e.getMessage())));
    }
  }

  /** Ends the assembly: adds what the types so far inherit from, wherever this origin has it. */
  ExternalLibraryBuilder finish() {
    while (!inherited.isEmpty()) {
      List<String> round = List.copyOf(inherited);
      inherited.clear();
      round.forEach(name -> add(name, 0));
    }
    return library;
  }

  /** How many types were added or refused. */
  int typeCount() {
    return done.size();
  }

  /** The types that are not in the library though they should be. */
  List<Refused> refused() {
    return List.copyOf(refused);
  }
}
