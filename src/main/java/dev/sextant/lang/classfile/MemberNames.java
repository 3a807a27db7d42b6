package dev.sextant.lang.classfile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the class names in one class file nest in each other.
 *
 * <p>A class file names every member type it mentions in its InnerClasses attribute; only that
 * tells a nested type from one with a dollar sign in its name.
 */
final class MemberNames {
  /** A member type: all names as class files write them, flags as declared in the source. */
  record Member(String name, String outer, String simpleName, int flags) {}

  private final Map<String, Member> members = new HashMap<>();
  private final String self;

  MemberNames(ClassModel model) {
    self = model.thisClass().asInternalName();
    List<InnerClassInfo> rows =
        model
            .findAttribute(Attributes.innerClasses())
            .map(InnerClassesAttribute::classes)
            .orElse(List.of());
    for (InnerClassInfo row : rows) {
      if (row.outerClass().isPresent() && row.innerName().isPresent()) {
        String name = row.innerClass().asInternalName();
        members.put(
            name,
            new Member(
                name,
                row.outerClass().get().asInternalName(),
                row.innerName().get().stringValue(),
                row.flagsMask()));
      }
    }
  }

  /** The member type called {@code name}, empty when that is a top-level type. */
  Optional<Member> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** The member types that the class itself declares, in the order of its file. */
  List<Member> own() {
    return members.values().stream()
        .filter(member -> member.outer().equals(self))
        .sorted(Comparator.comparing(Member::name))
        .toList();
  }
}
