package dev.sextant.lang.classfile;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A top-level type and its member types, and which of them code elsewhere can see.
 *
 * <p>Visible are the top-level type, the public and protected members of what is visible, and,
 * whatever their access, the supertypes of what is visible: their members are inherited.
 *
 * <p><b>Threads:</b> confined to its reader.
 */
final class Nest {
  private static final int ACCESSIBLE = ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED;
  private static final int DEEPEST = 60;

  /** A type of the nest. */
  static final class Type {
    final ClassModel model;
    final MemberNames names;
    final String simpleName;
    final int flags;
    private final @Nullable Type outer;
    private final List<Type> members = new ArrayList<>();
    private boolean visible;

    private Type(
        ClassModel model, MemberNames names, String simpleName, int flags, @Nullable Type outer) {
      this.model = model;
      this.names = names;
      this.simpleName = simpleName;
      this.flags = flags;
      this.outer = outer;
    }

    /** The visible member types. */
    List<Type> members() {
      return members.stream().filter(member -> member.visible).toList();
    }

    /** Whether it is declared in another type. */
    boolean isMember() {
      return outer != null;
    }

    /** Whether its declaration has one of the flags. */
    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  private final Function<String, Optional<byte[]>> classFiles;
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Set<String> inherited = new TreeSet<>();
  private final Type top;

  /**
   * Reads the nest of the top-level type {@code model}.
   *
   * @param classFiles gives the class file of a name as class files write it
   */
  Nest(ClassModel model, Function<String, Optional<byte[]>> classFiles)
      throws MalformedClassException {
    this.classFiles = classFiles;
    String name = model.thisClass().asInternalName();
    String simpleName = name.substring(name.lastIndexOf('/') + 1);
    top = new Type(model, new MemberNames(model), simpleName, model.flags().flagsMask(), null);
    types.put(name, top);
    addMembers(top, 0);
    show(top);
  }

  private void addMembers(Type type, int depth) throws MalformedClassException {
    if (depth == DEEPEST) {
      throw new MalformedClassException("its member types are nested too deep");
    }
    for (MemberNames.Member row : type.names.own()) {
      boolean known = types.containsKey(row.name());
      Optional<byte[]> bytes = known ? Optional.empty() : classFiles.apply(row.name());
      if (bytes.isPresent() && (row.flags() & ClassFile.ACC_SYNTHETIC) == 0) {
        ClassModel model = ClassReader.parse(bytes.get());
        Type member = new Type(model, new MemberNames(model), row.simpleName(), row.flags(), type);
        types.put(row.name(), member);
        type.members.add(member);
        addMembers(member, depth + 1);
      }
    }
  }

  private void show(Type type) {
    if (type.visible) {
      return;
    }
    type.visible = true;
    if (type.outer != null) {
      show(type.outer);
    }
    for (Type member : type.members) {
      if (member.has(ACCESSIBLE)) {
        show(member);
      }
    }
    type.model.superclass().ifPresent(supertype -> inherit(type, supertype));
    type.model.interfaces().forEach(supertype -> inherit(type, supertype));
  }

  private void inherit(Type type, ClassEntry supertype) {
    String name = supertype.asInternalName();
    Type known = types.get(name);
    if (known != null) {
      show(known);
    } else {
      inherited.add(outermost(type.names, name));
    }
  }

  private static String outermost(MemberNames names, String name) {
    String outermost = name;
    for (int level = 0; level < DEEPEST; level++) {
      Optional<MemberNames.Member> member = names.find(outermost);
      if (member.isEmpty()) {
        break;
      }
      outermost = member.get().outer();
    }
    return outermost;
  }

  /** The top-level type. */
  Type top() {
    return top;
  }

  /** The package with dots, empty for the unnamed one. */
  String packageName() {
    String name = top.model.thisClass().asInternalName();
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
  }

  /** The top-level types of other nests from which visible types inherit, as class files write. */
  Set<String> inherited() {
    return inherited;
  }
}
