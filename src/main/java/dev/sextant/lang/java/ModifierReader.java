package dev.sextant.lang.java;

import dev.sextant.graph.Modifiers;
import dev.sextant.syntax.SyntaxTree;
import java.nio.charset.StandardCharsets;

/** Turns written modifiers, and what the language implies, into bits of {@link Modifiers}. */
final class ModifierReader {
  private static final int ACCESS = Modifiers.PUBLIC | Modifiers.PROTECTED | Modifiers.PRIVATE;
  private static final byte[] OVERRIDE = "Override".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DEPRECATED = "Deprecated".getBytes(StandardCharsets.US_ASCII);

  private final JavaReading reading;
  private final SyntaxTree tree;

  ModifierReader(JavaReading reading) {
    this.reading = reading;
    this.tree = reading.tree;
  }

  /** The modifiers of a declaration inside a {@code container} of {@link DeclarationReader}. */
  int of(int node, int kind, int container) {
    int bits = written(reading.childOfKind(node, JavaKinds.MODIFIERS));
    boolean type = kind <= JavaKinds.ANNOTATION_TYPE;
    if (container == DeclarationReader.IN_INTERFACE) {
      if ((bits & ACCESS) == 0) {
        bits |= Modifiers.PUBLIC;
      }
      if (type) {
        bits |= Modifiers.STATIC;
      } else if (kind == JavaKinds.FIELDS) {
        bits |= Modifiers.STATIC | Modifiers.FINAL;
      } else if (reading.child(node, JavaFields.BODY) < 0) {
        bits |= Modifiers.ABSTRACT;
      }
    } else if (container == DeclarationReader.IN_ENUM && kind == JavaKinds.CONSTRUCTOR) {
      bits |= Modifiers.PRIVATE;
    } else if (container != DeclarationReader.LOCAL && (bits & ACCESS) == 0) {
      bits |= Modifiers.INTERNAL;
    }
    if (type && kind != JavaKinds.CLASS && container != DeclarationReader.TOP) {
      bits |= Modifiers.STATIC;
    }
    return bits | inherent(kind);
  }

  private static int inherent(int kind) {
    return switch (kind) {
      case JavaKinds.INTERFACE, JavaKinds.ANNOTATION_TYPE -> Modifiers.ABSTRACT;
      case JavaKinds.RECORD -> Modifiers.FINAL;
      default -> Modifiers.NONE;
    };
  }

  /** The bits that a {@code modifiers} node writes; none when there is none. */
  int written(int modifiers) {
    if (modifiers < 0) {
      return Modifiers.NONE;
    }
    int bits = Modifiers.NONE;
    for (int child = modifiers + 1; child < tree.after(modifiers); child = tree.after(child)) {
      bits |=
          switch (reading.kind(child)) {
            case JavaKinds.PUBLIC_TOKEN -> Modifiers.PUBLIC;
            case JavaKinds.PROTECTED_TOKEN -> Modifiers.PROTECTED;
            case JavaKinds.PRIVATE_TOKEN -> Modifiers.PRIVATE;
            case JavaKinds.STATIC_TOKEN -> Modifiers.STATIC;
            case JavaKinds.ABSTRACT_TOKEN -> Modifiers.ABSTRACT;
            case JavaKinds.FINAL_TOKEN -> Modifiers.FINAL;
            case JavaKinds.DEFAULT_TOKEN -> Modifiers.DEFAULT;
            case JavaKinds.NATIVE_TOKEN -> Modifiers.NATIVE;
            case JavaKinds.SEALED_TOKEN -> Modifiers.SEALED;
            case JavaKinds.ANNOTATION -> annotated(child);
            default -> Modifiers.NONE;
          };
    }
    return bits;
  }

  private int annotated(int annotation) {
    int name = reading.child(annotation, JavaFields.NAME);
    if (name >= 0 && is(name, OVERRIDE)) {
      return Modifiers.OVERRIDE;
    }
    return name >= 0 && is(name, DEPRECATED) ? Modifiers.DEPRECATED : Modifiers.NONE;
  }

  private boolean is(int name, byte[] text) {
    int start = tree.start(name);
    if (tree.end(name) - start != text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (reading.byteAt(start + i) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
