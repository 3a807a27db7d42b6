package dev.sextant.lang;

import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import java.util.function.IntUnaryOperator;

/**
 * What one file says by itself: its strings, scopes, declarations, nodes (expressions and written
 * types) and imports.
 *
 * <p><b>Shape:</b> columns of ints, rows numbered from 0. Declaration 0 is the FILE, scope 0 its
 * scope. Declarations stand in source order, a container before what it contains; scopes after
 * their parents; a node after the nodes it is made of. Offsets are bytes of the file as an
 * extractor leaves them, or what {@link #withOffsets} made of them. Absent is -1.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class FileFacts {
  private static final SymbolKind[] KINDS = SymbolKind.values();
  private static final Role[] ROLES = Role.values();

  static final int SCOPE_STRIDE = 4;
  static final int DECLARATION_STRIDE = 15;
  static final int NODE_STRIDE = 8;
  static final int IMPORT_STRIDE = 6;

  private final byte[] stringBytes;
  private final int[] stringStarts;
  private final int[] scopes;
  private final int[] declarations;
  private final int[] nodes;
  private final int[] lists;
  private final int[] imports;
  private final int namespace;

  FileFacts(
      byte[] stringBytes,
      int[] stringStarts,
      int[] scopes,
      int[] declarations,
      int[] nodes,
      int[] lists,
      int[] imports,
      int namespace) {
    this.stringBytes = stringBytes;
    this.stringStarts = stringStarts;
    this.scopes = scopes;
    this.declarations = declarations;
    this.nodes = nodes;
    this.lists = lists;
    this.imports = imports;
    this.namespace = namespace;
  }

  /** The tables with the stride of each, in the order of the constructor; not to be changed. */
  int[][] tables() {
    return new int[][] {scopes, declarations, nodes, lists, imports};
  }

  /** Where each string starts, and where the last one ends; not to be changed. */
  int[] stringStarts() {
    return stringStarts;
  }

  /** The same facts with every offset replaced by {@code offsetOf} it. */
  public FileFacts withOffsets(IntUnaryOperator offsetOf) {
    return new FileFacts(
        stringBytes,
        stringStarts,
        scopes,
        mapped(declarations, DECLARATION_STRIDE, 5, 10, offsetOf),
        mapped(nodes, NODE_STRIDE, 5, 7, offsetOf),
        lists,
        mapped(imports, IMPORT_STRIDE, 4, 6, offsetOf),
        namespace);
  }

  private static int[] mapped(int[] rows, int stride, int from, int to, IntUnaryOperator offsetOf) {
    int[] result = rows.clone();
    for (int row = 0; row < rows.length; row += stride) {
      for (int column = row + from; column < row + to; column++) {
        result[column] = offsetOf.applyAsInt(rows[column]);
      }
    }
    return result;
  }

  /** Bytes held by the columns. */
  public long sizeBytes() {
    long ints =
        (long) stringStarts.length
            + scopes.length
            + declarations.length
            + nodes.length
            + lists.length
            + imports.length;
    return stringBytes.length + 4 * ints;
  }

  /** How many distinct strings the file uses. */
  public int stringCount() {
    return stringStarts.length - 1;
  }

  /** The UTF-8 of all strings, one after the other; shared, not to be changed. */
  public byte[] stringBytes() {
    return stringBytes;
  }

  /** Where string {@code id} starts in {@link #stringBytes}; it ends where the next starts. */
  public int stringStart(int id) {
    return stringStarts[id];
  }

  /** String {@code id}. */
  public String string(int id) {
    return new String(
        stringBytes,
        stringStarts[id],
        stringStarts[id + 1] - stringStarts[id],
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The string id of the package the file declares, or -1. */
  public int namespace() {
    return namespace;
  }

  /** How many scopes there are. */
  public int scopeCount() {
    return scopes.length / SCOPE_STRIDE;
  }

  /** A {@link ScopeKind}. */
  public int scopeKind(int scope) {
    return scopes[scope * SCOPE_STRIDE];
  }

  /** The scope around, -1 for the file's. */
  public int scopeParent(int scope) {
    return scopes[scope * SCOPE_STRIDE + 1];
  }

  /** The declaration whose scope this is, -1 for a block or a function written in place. */
  public int scopeOwner(int scope) {
    return scopeKind(scope) == ScopeKind.LAMBDA ? -1 : scopes[scope * SCOPE_STRIDE + 2];
  }

  /** The node of the function written in place whose scope this is, or -1. */
  public int lambdaOf(int scope) {
    return scopeKind(scope) == ScopeKind.LAMBDA ? scopes[scope * SCOPE_STRIDE + 2] : -1;
  }

  /** The last declaration made in the scope, the head of a chain through {@link #previousIn}. */
  public int lastIn(int scope) {
    return scopes[scope * SCOPE_STRIDE + 3];
  }

  /** How many declarations there are, locals and parameters included. */
  public int declarationCount() {
    return declarations.length / DECLARATION_STRIDE;
  }

  /** What is declared. */
  public SymbolKind kind(int declaration) {
    return KINDS[declarations[declaration * DECLARATION_STRIDE]];
  }

  /** The string id of its simple name. */
  public int name(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 1];
  }

  /** The scope in which its name is declared. */
  public int scopeOf(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 2];
  }

  /** The scope it opens, or -1. */
  public int ownScope(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 3];
  }

  /** Bits of {@link dev.sextant.graph.Modifiers}. */
  public int modifiers(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 4];
  }

  /** Start of the name. */
  public int nameStart(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 5];
  }

  /** End of the name. */
  public int nameEnd(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 6];
  }

  /** Start of the whole declaration. */
  public int start(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 7];
  }

  /** Where its body starts; its end when it has none. */
  public int bodyStart(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 8];
  }

  /** End of the whole declaration. */
  public int end(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 9];
  }

  /** Node of its written type or result type (the first bound, for a type parameter), or -1. */
  public int type(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 10];
  }

  /** Node of the expression it is initialised with, or -1. */
  public int initializer(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 11];
  }

  /** List of the nodes of its written supertypes (further bounds, for a type parameter), or -1. */
  public int supertypes(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 12];
  }

  /** The declaration made before it in the same scope, or -1. */
  public int previousIn(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 13];
  }

  /** List of the declarations of its type parameters, in order, or -1. */
  public int typeParameters(int declaration) {
    return declarations[declaration * DECLARATION_STRIDE + 14];
  }

  /** How many nodes there are. */
  public int nodeCount() {
    return nodes.length / NODE_STRIDE;
  }

  /** A {@link Form}. */
  public int form(int node) {
    return nodes[node * NODE_STRIDE];
  }

  /** Whether the node is a reference, with a {@link #role}. */
  public boolean isReference(int node) {
    return nodes[node * NODE_STRIDE + 1] >= 0;
  }

  /** What a reference does with its target; only when {@link #isReference}. */
  public Role role(int node) {
    return ROLES[nodes[node * NODE_STRIDE + 1]];
  }

  /** The string id of its name, or -1. */
  public int nodeName(int node) {
    return nodes[node * NODE_STRIDE + 2];
  }

  /** The node it is made from first, or -1. */
  public int first(int node) {
    return nodes[node * NODE_STRIDE + 3];
  }

  /** Its list of nodes (arguments), or -1. */
  public int list(int node) {
    return nodes[node * NODE_STRIDE + 4];
  }

  /** Start of its name. */
  public int nodeStart(int node) {
    return nodes[node * NODE_STRIDE + 5];
  }

  /** End of its name. */
  public int nodeEnd(int node) {
    return nodes[node * NODE_STRIDE + 6];
  }

  /** The scope it stands in. */
  public int nodeScope(int node) {
    return nodes[node * NODE_STRIDE + 7];
  }

  /** Length of {@code list}; 0 for the absent list. */
  public int listSize(int list) {
    return list < 0 ? 0 : lists[list];
  }

  /** Item {@code i} of {@code list}. */
  public int listItem(int list, int i) {
    return lists[list + 1 + i];
  }

  /** How many imports there are. */
  public int importCount() {
    return imports.length / IMPORT_STRIDE;
  }

  /** An {@link ImportKind}. */
  public int importKind(int row) {
    return imports[row * IMPORT_STRIDE];
  }

  /** String id of where it imports from. */
  public int importPath(int row) {
    return imports[row * IMPORT_STRIDE + 1];
  }

  /** String id of what is imported, or -1. */
  public int importName(int row) {
    return imports[row * IMPORT_STRIDE + 2];
  }

  /** String id of what it is called here, or -1. */
  public int importAlias(int row) {
    return imports[row * IMPORT_STRIDE + 3];
  }

  /** Start of the imported name in the file. */
  public int importStart(int row) {
    return imports[row * IMPORT_STRIDE + 4];
  }

  /** End of the imported name in the file. */
  public int importEnd(int row) {
    return imports[row * IMPORT_STRIDE + 5];
  }
}
