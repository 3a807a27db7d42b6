package dev.sextant.lang;

import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts of one file after the other; every extractor writes into one.
 *
 * <p>{@link #begin} starts a file: the FILE declaration (0) and its scope (0) are there and the
 * scope is open. {@link #build} ends it.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
@SuppressWarnings(
    "EnumOrdinal") // Columns hold ordinals; facts that are kept are found by a hash of the enums
// too.
public final class FactsBuilder {
  private final LocalStrings strings = new LocalStrings();
  private final IntRows scopes = new IntRows();
  private final IntRows declarations = new IntRows();
  private final IntRows nodes = new IntRows();
  private final IntRows lists = new IntRows();
  private final IntRows imports = new IntRows();
  private byte[] text = new byte[0];
  private int scope;
  private int namespace;

  /** Starts a file named {@code fileName} (its last segment) of {@code length} bytes. */
  public void begin(byte[] text, int length, String fileName) {
    this.text = text;
    strings.clear();
    scopes.clear();
    declarations.clear();
    nodes.clear();
    lists.clear();
    imports.clear();
    namespace = -1;
    scope = -1;
    declare(SymbolKind.FILE, string(fileName), 0, 0, 0, 0, 0, length);
    openScope(ScopeKind.FILE, 0);
  }

  /** The facts of the file begun last. */
  public FileFacts build() {
    return new FileFacts(
        strings.copyBytes(),
        strings.copyStarts(),
        scopes.copy(),
        declarations.copy(),
        nodes.copy(),
        lists.copy(),
        imports.copy(),
        namespace);
  }

  /** The id of the text between two byte offsets of the file. */
  public int string(int from, int to) {
    return strings.intern(text, from, to);
  }

  /** The id of {@code value}. */
  public int string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return strings.intern(utf8, 0, utf8.length);
  }

  /** Says which package the file declares. */
  public void namespace(int string) {
    namespace = string;
  }

  /** The innermost open scope. */
  public int scope() {
    return scope;
  }

  /** Opens a scope of {@code kind} inside the innermost one; {@code owner} may be -1. */
  public int openScope(int kind, int owner) {
    int id = scopes.size() / FileFacts.SCOPE_STRIDE;
    scopes.add(kind);
    scopes.add(scope);
    scopes.add(owner);
    scopes.add(-1);
    if (owner >= 0) {
      declarations.set(owner * FileFacts.DECLARATION_STRIDE + 3, id);
    }
    scope = id;
    return id;
  }

  /**
   * Says that the scope {@code lambda} belongs to the function written in place at {@code node}.
   */
  public void lambda(int lambda, int node) {
    scopes.set(lambda * FileFacts.SCOPE_STRIDE + 2, node);
  }

  /** Closes the innermost scope. */
  public void closeScope() {
    scope = scopes.get(scope * FileFacts.SCOPE_STRIDE + 1);
  }

  /** Declares something in the innermost scope; byte offsets as {@link FileFacts} has them. */
  public int declare(
      SymbolKind kind,
      int name,
      int modifiers,
      int nameStart,
      int nameEnd,
      int start,
      int bodyStart,
      int end) {
    return declareIn(scope, kind, name, modifiers, nameStart, nameEnd, start, bodyStart, end);
  }

  /** Declares something in the scope {@code in}, as an assignment to a field of self does. */
  public int declareIn(
      int in,
      SymbolKind kind,
      int name,
      int modifiers,
      int nameStart,
      int nameEnd,
      int start,
      int bodyStart,
      int end) {
    int id = declarations.size() / FileFacts.DECLARATION_STRIDE;
    declarations.add(kind.ordinal());
    declarations.add(name);
    declarations.add(in);
    declarations.add(-1);
    declarations.add(modifiers);
    declarations.add(nameStart);
    declarations.add(nameEnd);
    declarations.add(start);
    declarations.add(bodyStart);
    declarations.add(end);
    declarations.add(-1);
    declarations.add(-1);
    declarations.add(-1);
    if (in < 0) {
      declarations.add(-1);
    } else {
      int last = in * FileFacts.SCOPE_STRIDE + 3;
      declarations.add(scopes.get(last));
      scopes.set(last, id);
    }
    declarations.add(-1);
    return id;
  }

  /** Finds a declaration named {@code name} made in the scope {@code in} so far, or -1. */
  public int declaredIn(int in, int name) {
    int id = scopes.get(in * FileFacts.SCOPE_STRIDE + 3);
    while (id >= 0 && declarations.get(id * FileFacts.DECLARATION_STRIDE + 1) != name) {
      id = declarations.get(id * FileFacts.DECLARATION_STRIDE + 13);
    }
    return id;
  }

  /** Sets the node of the written type, result type or bound. */
  public void type(int declaration, int node) {
    declarations.set(declaration * FileFacts.DECLARATION_STRIDE + 10, node);
  }

  /** The node of the initialiser set so far, or -1. */
  public int initializerOf(int declaration) {
    return declarations.get(declaration * FileFacts.DECLARATION_STRIDE + 11);
  }

  /** The node of the type set so far, or -1. */
  public int typeOf(int declaration) {
    return declarations.get(declaration * FileFacts.DECLARATION_STRIDE + 10);
  }

  /** Hands over the parameters declared in the scope {@code in} so far, in their order. */
  public void parametersOf(int in, IntConsumer taker) {
    int first = -1;
    int last = scopes.get(in * FileFacts.SCOPE_STRIDE + 3);
    for (int id = last; id >= 0; id = previous(id)) {
      first = id;
    }
    for (int id = first; id >= 0 && id <= last; id++) {
      if (declarations.get(id * FileFacts.DECLARATION_STRIDE) == SymbolKind.PARAMETER.ordinal()
          && declarations.get(id * FileFacts.DECLARATION_STRIDE + 2) == in) {
        taker.accept(id);
      }
    }
  }

  private int previous(int declaration) {
    return declarations.get(declaration * FileFacts.DECLARATION_STRIDE + 13);
  }

  /** Sets the type parameters: a list of declarations. */
  public void typeParameters(int declaration, int list) {
    declarations.set(declaration * FileFacts.DECLARATION_STRIDE + 14, list);
  }

  /** Sets the node of the initialiser. */
  public void initializer(int declaration, int node) {
    declarations.set(declaration * FileFacts.DECLARATION_STRIDE + 11, node);
  }

  /** Sets the written supertypes. */
  public void supertypes(int declaration, int list) {
    declarations.set(declaration * FileFacts.DECLARATION_STRIDE + 12, list);
  }

  /**
   * Adds a node in the innermost scope.
   *
   * @param role what it does with what it names, null for a node that is no reference
   * @param name string id or -1
   * @param first node id or -1
   * @param list list id or -1
   * @param start byte offset of the name that an edge points at
   */
  public int node(
      int form, @Nullable Role role, int name, int first, int list, int start, int end) {
    int id = nodes.size() / FileFacts.NODE_STRIDE;
    nodes.add(form);
    nodes.add(role == null ? -1 : role.ordinal());
    nodes.add(name);
    nodes.add(first);
    nodes.add(list);
    nodes.add(start);
    nodes.add(end);
    nodes.add(scope);
    return id;
  }

  /** Changes the role of a node, as an assignment does to what stands on its left. */
  public void role(int node, Role role) {
    nodes.set(node * FileFacts.NODE_STRIDE + 1, role.ordinal());
  }

  /** Adds a list of {@code count} ids from {@code items}. */
  public int list(int[] items, int count) {
    int id = lists.size();
    lists.add(count);
    for (int i = 0; i < count; i++) {
      lists.add(items[i]);
    }
    return id;
  }

  /** Adds an import; string ids may be -1 where the kind has none. */
  public void imported(int kind, int path, int name, int alias, int start, int end) {
    imports.add(kind);
    imports.add(path);
    imports.add(name);
    imports.add(alias);
    imports.add(start);
    imports.add(end);
  }
}
