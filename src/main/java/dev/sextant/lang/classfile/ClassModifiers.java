package dev.sextant.lang.classfile;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;

/** Turns the flags of class files into kinds and bits of {@link Modifiers}. */
final class ClassModifiers {
  private static final int TYPE_FLAGS =
      ClassFile.ACC_PUBLIC
          | ClassFile.ACC_PROTECTED
          | ClassFile.ACC_PRIVATE
          | ClassFile.ACC_STATIC
          | ClassFile.ACC_FINAL
          | ClassFile.ACC_ABSTRACT;

  private ClassModifiers() {}

  /** What kind of type it is. */
  static SymbolKind kind(Nest.Type type) {
    int flags = type.flags | type.model.flags().flagsMask();
    if ((flags & ClassFile.ACC_ANNOTATION) != 0) {
      return SymbolKind.ANNOTATION;
    }
    if ((flags & ClassFile.ACC_INTERFACE) != 0) {
      return SymbolKind.INTERFACE;
    }
    if ((flags & ClassFile.ACC_ENUM) != 0) {
      return SymbolKind.ENUM;
    }
    boolean ofRecord =
        type.model
            .superclass()
            .map(ClassEntry::asInternalName)
            .filter("java/lang/Record"::equals)
            .isPresent();
    return ofRecord ? SymbolKind.RECORD : SymbolKind.CLASS;
  }

  /** Whether instances of a member type have an instance of the type around. */
  static boolean isInner(Nest.Type type) {
    return type.isMember() && !type.has(ClassFile.ACC_STATIC);
  }

  /** The bits of a type of a kind. */
  static int ofType(Nest.Type type, SymbolKind kind) {
    int bits = ofMember(type.flags & TYPE_FLAGS, type.model);
    if (kind == SymbolKind.ENUM) {
      // Whether an enum has subclasses follows from its constants; its source says neither.
      bits &= ~(Modifiers.FINAL | Modifiers.ABSTRACT);
    } else if (type.model.findAttribute(Attributes.permittedSubclasses()).isPresent()) {
      bits |= Modifiers.SEALED;
    }
    return bits;
  }

  /** The bits of a method or constructor of a type. */
  static int ofMethod(int flags, AttributedElement method, Nest.Type type) {
    int bits = ofMember(flags & ~(ClassFile.ACC_VARARGS | ClassFile.ACC_BRIDGE), method);
    if ((flags & ClassFile.ACC_VARARGS) != 0) {
      bits |= Modifiers.VARARGS;
    }
    boolean bodyless = (flags & (ClassFile.ACC_STATIC | ClassFile.ACC_ABSTRACT)) != 0;
    if ((type.model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0 && !bodyless) {
      bits |= Modifiers.DEFAULT;
    }
    if ((flags & ClassFile.ACC_NATIVE) != 0) {
      bits |= Modifiers.NATIVE;
    }
    return bits;
  }

  /** The bits of flags that mean the same for types, fields and methods. */
  static int ofMember(int flags, AttributedElement element) {
    int bits = Modifiers.NONE;
    if ((flags & ClassFile.ACC_PUBLIC) != 0) {
      bits |= Modifiers.PUBLIC;
    } else if ((flags & ClassFile.ACC_PROTECTED) != 0) {
      bits |= Modifiers.PROTECTED;
    } else if ((flags & ClassFile.ACC_PRIVATE) != 0) {
      bits |= Modifiers.PRIVATE;
    } else {
      bits |= Modifiers.INTERNAL;
    }
    if ((flags & ClassFile.ACC_STATIC) != 0) {
      bits |= Modifiers.STATIC;
    }
    if ((flags & ClassFile.ACC_FINAL) != 0) {
      bits |= Modifiers.FINAL;
    }
    if ((flags & ClassFile.ACC_ABSTRACT) != 0) {
      bits |= Modifiers.ABSTRACT;
    }
    if (element.findAttribute(Attributes.deprecated()).isPresent()) {
      bits |= Modifiers.DEPRECATED;
    }
    return bits;
  }
}
