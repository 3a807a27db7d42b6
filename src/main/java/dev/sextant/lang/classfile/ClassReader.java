package dev.sextant.lang.classfile;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ScopeKind;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a top-level type with its member types from class files into facts.
 *
 * <p>The facts are those that the source would give, but for what class files do not have: no
 * positions, no names of parameters, no references. Members that are private, visible in their
 * package only, or made by the compiler are left out, but for the implicit constructor and the
 * implicit members of enums and records, which are like written ones here.
 *
 * <p><b>Threads:</b> confined to one; a reader is reused from type to type.
 */
final class ClassReader {
  private static final int ACCESSIBLE = ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED;
  private static final String CONSTRUCTOR = "<init>";
  private static final String INITIALIZER = "<clinit>";

  /**
   * The facts of a top-level type.
   *
   * @param packageName with dots, empty for the unnamed package
   * @param inherited names, as class files write them, of top-level types it inherits from
   */
  record TypeFacts(String packageName, String name, FileFacts facts, Set<String> inherited) {
    /** The name as class files write it. */
    String internalName() {
      return packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
    }
  }

  private final FactsBuilder facts = new FactsBuilder();
  private final TypeNodes nodes = new TypeNodes(facts);

  /**
   * Reads the type {@code top}; {@code classFiles} gives the class files of its member types.
   *
   * @throws MalformedClassException when one of them cannot be read
   */
  TypeFacts read(ClassModel top, Function<String, Optional<byte[]>> classFiles)
      throws MalformedClassException {
    try {
      Nest nest = new Nest(top, classFiles);
      facts.begin(new byte[0], 0, nest.top().simpleName + ".class");
      nodes.clear();
      if (!nest.packageName().isEmpty()) {
        facts.namespace(facts.string(nest.packageName()));
      }
      type(nest.top(), new SignatureReader(facts, nodes, nest.top().names));
      return new TypeFacts(
          nest.packageName(), nest.top().simpleName, facts.build(), nest.inherited());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
      throw new MalformedClassException("its class file is damaged: " + e.getMessage(), e);
    }
  }

  /** The class in {@code bytes}, whose parts are read when they are asked for. */
  static ClassModel parse(byte[] bytes) throws MalformedClassException {
    try {
      ClassModel model = ClassFile.of().parse(bytes);
      model.thisClass().asInternalName();
      return model;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new MalformedClassException("its class file is damaged: " + e.getMessage(), e);
    }
  }

  private void type(Nest.Type type, SignatureReader signatures) throws MalformedClassException {
    SymbolKind kind = ClassModifiers.kind(type);
    int modifiers = ClassModifiers.ofType(type, kind);
    int declaration = declare(kind, facts.string(type.simpleName), modifiers);
    signatures.inside(type.names);
    boolean generic = header(type, declaration, signatures);
    facts.openScope(ScopeKind.TYPE, declaration);
    for (FieldModel field : type.model.fields()) {
      field(field, signatures);
    }
    for (MethodModel method : type.model.methods()) {
      callable(type, method, signatures);
    }
    for (Nest.Type member : type.members()) {
      type(member, signatures);
      signatures.inside(type.names);
    }
    facts.closeScope();
    if (generic) {
      facts.closeScope();
    }
  }

  /** Reads type parameters and supertypes; whether a scope of type parameters is open now. */
  private boolean header(Nest.Type type, int declaration, SignatureReader signatures)
      throws MalformedClassException {
    Optional<String> signature = signatureOf(type.model);
    signatures.start(signature.orElse(""));
    boolean generic = signatures.openTypeParameters(declaration);
    int mark = nodes.mark();
    if (signature.isPresent()) {
      signatures.skipObject();
      while (!signatures.ended()) {
        nodes.push(signatures.type());
      }
    } else {
      Optional<ClassEntry> superclass = type.model.superclass();
      if (superclass.isPresent()) {
        pushNamed(superclass.get(), signatures);
      }
      for (ClassEntry supertype : type.model.interfaces()) {
        pushNamed(supertype, signatures);
      }
    }
    if (nodes.since(mark) > 0) {
      facts.supertypes(declaration, nodes.list(mark));
    }
    return generic;
  }

  private void pushNamed(ClassEntry name, SignatureReader signatures)
      throws MalformedClassException {
    signatures.start("L" + name.asInternalName() + ";");
    if (!signatures.skipObject()) {
      nodes.push(signatures.type());
    }
  }

  private void field(FieldModel field, SignatureReader signatures) throws MalformedClassException {
    int flags = field.flags().flagsMask();
    if ((flags & ACCESSIBLE) == 0 || (flags & ClassFile.ACC_SYNTHETIC) != 0) {
      return;
    }
    signatures.start(signatureOf(field).orElse(field.fieldType().stringValue()));
    int type = signatures.type();
    boolean constant = (flags & ClassFile.ACC_ENUM) != 0;
    int declaration =
        declare(
            constant ? SymbolKind.ENUM_CONSTANT : SymbolKind.FIELD,
            facts.string(field.fieldName().stringValue()),
            ClassModifiers.ofMember(flags, field));
    facts.type(declaration, type);
  }

  private void callable(Nest.Type type, MethodModel method, SignatureReader signatures)
      throws MalformedClassException {
    int flags = method.flags().flagsMask();
    String name = method.methodName().stringValue();
    if ((flags & ACCESSIBLE) == 0
        || (flags & (ClassFile.ACC_SYNTHETIC | ClassFile.ACC_BRIDGE)) != 0
        || name.equals(INITIALIZER)) {
      return;
    }
    boolean constructor = name.equals(CONSTRUCTOR);
    int declaration =
        declare(
            constructor ? SymbolKind.CONSTRUCTOR : SymbolKind.METHOD,
            facts.string(constructor ? type.simpleName : name),
            ClassModifiers.ofMethod(flags, method, type));
    Optional<String> signature = signatureOf(method);
    signatures.start(signature.orElse(method.methodType().stringValue()));
    boolean generic = signatures.openTypeParameters(declaration);
    facts.openScope(ScopeKind.FUNCTION, declaration);
    boolean outerFirst = constructor && signature.isEmpty() && ClassModifiers.isInner(type);
    parameters(signatures, outerFirst);
    int result = signatures.type();
    if (!constructor) {
      facts.type(declaration, result);
    }
    facts.closeScope();
    if (generic) {
      facts.closeScope();
    }
  }

  /** Reads parameters; {@code outerFirst} when the first is the instance around, not written. */
  private void parameters(SignatureReader signatures, boolean outerFirst)
      throws MalformedClassException {
    if (!signatures.skip('(')) {
      throw new MalformedClassException("a method has a descriptor without parentheses");
    }
    boolean skipped = !outerFirst;
    while (!signatures.skip(')')) {
      int type = signatures.type();
      if (skipped) {
        facts.type(declare(SymbolKind.PARAMETER, facts.string(""), 0), type);
      }
      skipped = true;
    }
  }

  private int declare(SymbolKind kind, int name, int modifiers) {
    return facts.declare(kind, name, modifiers, 0, 0, 0, 0, 0);
  }

  private static Optional<String> signatureOf(AttributedElement element) {
    return element
        .findAttribute(Attributes.signature())
        .map(SignatureAttribute::signature)
        .map(signature -> signature.stringValue());
  }
}
