package dev.sextant.lang.classfile;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FactsBuilder;
import dev.sextant.lang.Form;
import dev.sextant.lang.ScopeKind;

/**
 * Reads descriptors and signatures into written types whose names are qualified by their package.
 *
 * <p>The grammar is that of the virtual machine specification, section 4.7.9.1, of which
 * descriptors are the part without type arguments. What is nested deeper than any compiler nests is
 * refused.
 *
 * <p><b>Threads:</b> confined to its class reader.
 */
final class SignatureReader {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final int DEEPEST = 100;
  private static final int MOST_DIMENSIONS = 255;

  private final FactsBuilder facts;
  private final TypeNodes nodes;
  private MemberNames names;
  private String text = "";
  private int at;
  private int depth;

  SignatureReader(FactsBuilder facts, TypeNodes nodes, MemberNames names) {
    this.facts = facts;
    this.nodes = nodes;
    this.names = names;
  }

  /** Reads what a class file with {@code names} says, from now on. */
  void inside(MemberNames names) {
    this.names = names;
  }

  /** Starts to read {@code text}. */
  void start(String text) {
    this.text = text;
    at = 0;
    depth = 0;
  }

  /** Whether all of the text is read. */
  boolean ended() {
    return at == text.length();
  }

  /** Whether the next character is {@code c}; it is skipped then. */
  boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * Whether the next type is Object, which no source writes as a superclass; it is skipped then.
   */
  boolean skipObject() {
    boolean object = text.startsWith(OBJECT, at);
    if (object) {
      at += OBJECT.length();
    }
    return object;
  }

  /** Reads type parameters into a scope of their own; false when there are none. */
  boolean openTypeParameters(int declaration) throws MalformedClassException {
    if (!skip('<')) {
      return false;
    }
    facts.openScope(ScopeKind.BLOCK, -1);
    int mark = nodes.mark();
    while (!skip('>')) {
      nodes.push(typeParameter());
    }
    facts.typeParameters(declaration, nodes.list(mark));
    return true;
  }

  private int typeParameter() throws MalformedClassException {
    int name = facts.string(upTo(':'));
    int declaration = facts.declare(SymbolKind.TYPE_PARAMETER, name, Modifiers.NONE, 0, 0, 0, 0, 0);
    int mark = nodes.mark();
    int from = at;
    while (skip(':')) {
      if (peek() != ':') {
        nodes.push(type());
      }
    }
    boolean unbounded = text.startsWith(OBJECT, from + 1) && nodes.since(mark) == 1;
    if (nodes.since(mark) > 0 && !unbounded) {
      facts.type(declaration, nodes.takeFirst(mark));
      if (nodes.since(mark) > 0) {
        facts.supertypes(declaration, nodes.list(mark));
      }
    }
    nodes.drop(mark);
    return declaration;
  }

  /** Reads one type of whatever kind. */
  int type() throws MalformedClassException {
    if (++depth > DEEPEST) {
      throw malformed("is nested too deep");
    }
    char c = next();
    int type =
        switch (c) {
          case 'L' -> classType();
          case 'T' -> nodes.variable(Form.TYPE_NAME, facts.string(upTo(';', 1)));
          case '[' -> array();
          default -> nodes.node(Form.TYPE_PRIMITIVE, facts.string(primitive(c)), -1, -1);
        };
    depth--;
    return type;
  }

  private int array() throws MalformedClassException {
    int dimensions = 1;
    while (skip('[')) {
      dimensions++;
    }
    if (dimensions > MOST_DIMENSIONS) {
      throw malformed("has an array of too many dimensions");
    }
    int type = type();
    for (int i = 0; i < dimensions; i++) {
      type = nodes.node(Form.TYPE_ARRAY, -1, type, -1);
    }
    return type;
  }

  private int classType() throws MalformedClassException {
    int from = at;
    while (isNameCharacter(peek())) {
      at++;
    }
    String name = text.substring(from, at);
    int type = named(name, 0);
    while (!skip(';')) {
      if (!skip('.')) {
        throw malformed("has a class name without an end");
      }
      from = at;
      while (isNameCharacter(peek())) {
        at++;
      }
      type = applied(facts.string(text.substring(from, at)), type);
    }
    return type;
  }

  private static boolean isNameCharacter(char c) {
    return c != ';' && c != '<' && c != '.';
  }

  /** The type of a class by its name, with the arguments that follow in the text. */
  private int named(String name, int level) throws MalformedClassException {
    MemberNames.Member member = names.find(name).orElse(null);
    if (member != null) {
      int outer = outer(member.outer(), level);
      return applied(facts.string(member.simpleName()), outer);
    }
    int slash = name.lastIndexOf('/');
    return applied(facts.string(name.substring(slash + 1)), inPackage(name, slash));
  }

  private int outer(String name, int level) throws MalformedClassException {
    if (level > DEEPEST) {
      throw malformed("names a class nested too deep");
    }
    MemberNames.Member member = names.find(name).orElse(null);
    if (member != null) {
      int outer = outer(member.outer(), level + 1);
      return nodes.node(Form.TYPE_NAME, facts.string(member.simpleName()), outer, -1);
    }
    int slash = name.lastIndexOf('/');
    return nodes.node(
        Form.TYPE_NAME, facts.string(name.substring(slash + 1)), inPackage(name, slash), -1);
  }

  private int inPackage(String name, int slash) {
    String dotted = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
    return nodes.node(Form.TYPE_PACKAGE, facts.string(dotted), -1, -1);
  }

  private int applied(int name, int qualifier) throws MalformedClassException {
    if (!skip('<')) {
      return nodes.node(Form.TYPE_NAME, name, qualifier, -1);
    }
    int mark = nodes.mark();
    while (!skip('>')) {
      nodes.push(argument());
    }
    return nodes.node(Form.TYPE_NAME, name, qualifier, mark);
  }

  private int argument() throws MalformedClassException {
    if (skip('*')) {
      return nodes.node(Form.TYPE_WILDCARD, -1, -1, -1);
    }
    if (skip('+')) {
      return nodes.node(Form.TYPE_WILDCARD, facts.string("extends"), type(), -1);
    }
    if (skip('-')) {
      return nodes.node(Form.TYPE_WILDCARD, facts.string("super"), type(), -1);
    }
    return type();
  }

  private String primitive(char c) throws MalformedClassException {
    return switch (c) {
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'D' -> "double";
      case 'F' -> "float";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'S' -> "short";
      case 'Z' -> "boolean";
      case 'V' -> "void";
      default -> throw malformed("has an unknown kind of type");
    };
  }

  private String upTo(char end) throws MalformedClassException {
    return upTo(end, 0);
  }

  private String upTo(char end, int skipped) throws MalformedClassException {
    int stop = text.indexOf(end, at);
    if (stop < 0) {
      throw malformed("lacks a '" + end + "'");
    }
    String part = text.substring(at, stop);
    at = stop + skipped;
    return part;
  }

  private char peek() throws MalformedClassException {
    if (ended()) {
      throw malformed("ends too early");
    }
    return text.charAt(at);
  }

  private char next() throws MalformedClassException {
    char c = peek();
    at++;
    return c;
  }

  private MalformedClassException malformed(String what) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return new MalformedClassException("the signature '" + shown + "' " + what);
  }
}
