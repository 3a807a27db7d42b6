package dev.sextant.testing;

import dev.sextant.graph.Modifiers;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.lang.ScopeKind;

/**
 * The facts of a file as human-readable lines for golden files: scopes with their declarations, the
 * references in node order, the returns and assignments where there are any, the imports.
 *
 * <p>Positions are {@code line:column} from 1, columns in bytes. A node is written the way source
 * code would be.
 */
public final class FactsDump {
  private static final int DEEPEST = 12;

  private final FileFacts facts;
  private final byte[] text;
  private final StringBuilder out = new StringBuilder();

  private FactsDump(FileFacts facts, byte[] text) {
    this.facts = facts;
    this.text = text;
  }

  /** The lines of the facts of the file {@code text}, each ending with a line feed. */
  public static String of(FileFacts facts, byte[] text) {
    var dump = new FactsDump(facts, text);
    if (facts.namespace() >= 0) {
      dump.out.append("# namespace ").append(facts.string(facts.namespace())).append('\n');
    }
    dump.out.append("# scopes and declarations\n");
    dump.scopes();
    dump.out.append("# references\n");
    dump.references();
    dump.statements();
    dump.out.append("# imports\n");
    dump.imports();
    return dump.out.toString();
  }

  private void scopes() {
    for (int scope = 0; scope < facts.scopeCount(); scope++) {
      out.append("scope ").append(scope).append(' ').append(scopeKind(facts.scopeKind(scope)));
      if (facts.scopeParent(scope) >= 0) {
        out.append(" in ").append(facts.scopeParent(scope));
      }
      if (facts.scopeOwner(scope) >= 0) {
        out.append(" of ").append(facts.string(facts.name(facts.scopeOwner(scope))));
      }
      if (facts.lambdaOf(scope) >= 0) {
        out.append(" of ").append(node(facts.lambdaOf(scope), 0));
      }
      out.append('\n');
      for (int id = 0; id < facts.declarationCount(); id++) {
        if (facts.scopeOf(id) == scope) {
          declaration(id);
        }
      }
    }
  }

  private void declaration(int id) {
    out.append("  ").append(facts.kind(id).wireName()).append(' ');
    out.append(facts.string(facts.name(id))).append(' ').append(position(facts.nameStart(id)));
    out.append(" [").append(position(facts.start(id))).append(' ');
    out.append(position(facts.bodyStart(id))).append(' ').append(position(facts.end(id)));
    out.append(']');
    var modifiers = Modifiers.wireNames(facts.modifiers(id));
    if (!modifiers.isEmpty()) {
      out.append(' ').append(String.join(",", modifiers));
    }
    if (facts.typeParameters(id) >= 0) {
      out.append(' ').append(typeParameters(facts.typeParameters(id)));
    }
    if (facts.type(id) >= 0) {
      out.append(" : ").append(node(facts.type(id), 0));
    }
    if (facts.initializer(id) >= 0) {
      out.append(" = ").append(node(facts.initializer(id), 0));
    }
    if (facts.supertypes(id) >= 0) {
      out.append(" <: ").append(list(facts.supertypes(id), 0));
    }
    out.append('\n');
  }

  private void references() {
    for (int node = 0; node < facts.nodeCount(); node++) {
      if (facts.isReference(node)) {
        out.append(position(facts.nodeStart(node))).append(' ');
        out.append(facts.role(node).wireName()).append(' ').append(node(node, 0));
        out.append(" in ").append(facts.nodeScope(node)).append('\n');
      }
    }
  }

  private String typeParameters(int list) {
    var names = new StringBuilder("<");
    for (int i = 0; i < facts.listSize(list); i++) {
      names.append(i == 0 ? "" : ", ").append(facts.string(facts.name(facts.listItem(list, i))));
    }
    return names.append('>').toString();
  }

  private void statements() {
    boolean any = false;
    for (int node = 0; node < facts.nodeCount(); node++) {
      if (facts.form(node) == Form.RETURN || facts.form(node) == Form.ASSIGN) {
        out.append(any ? "" : "# returns and assignments\n");
        any = true;
        out.append(position(facts.nodeStart(node))).append(' ').append(node(node, 0));
        out.append(" in ").append(facts.nodeScope(node)).append('\n');
      }
    }
  }

  private void imports() {
    for (int row = 0; row < facts.importCount(); row++) {
      out.append(position(facts.importStart(row))).append(' ');
      out.append(importKind(facts.importKind(row)));
      out.append(" path=").append(text(facts.importPath(row)));
      out.append(" name=").append(text(facts.importName(row)));
      out.append(" alias=").append(text(facts.importAlias(row))).append('\n');
    }
  }

  private String text(int string) {
    return string < 0 ? "-" : '"' + facts.string(string) + '"';
  }

  private static String function(String words, String type) {
    return (words.isEmpty() ? "" : words + " ") + "lambda" + (type.isEmpty() ? "" : ": " + type);
  }

  private String node(int node, int depth) {
    if (depth > DEEPEST) {
      return "...";
    }
    String name = facts.nodeName(node) < 0 ? "" : facts.string(facts.nodeName(node));
    String first = facts.first(node) < 0 ? "" : node(facts.first(node), depth + 1);
    String list = facts.list(node) < 0 ? "" : list(facts.list(node), depth + 1);
    return switch (facts.form(node)) {
      case Form.UNKNOWN -> "?";
      case Form.NAME -> name + first + list;
      case Form.MEMBER -> first + "." + name + list;
      case Form.CONSTRUCT -> "new " + first + list;
      case Form.LITERAL -> "'" + name + (first.isEmpty() ? "" : " " + first) + "'";
      case Form.CAST -> "cast<" + first + ">" + list;
      case Form.INDEX -> first + "[" + name + "]";
      case Form.THIS -> first.isEmpty() ? "this" : first + ".this";
      case Form.SUPER -> first.isEmpty() ? "super" : first + ".super";
      case Form.METHOD_REFERENCE -> first + "::" + name;
      case Form.DELEGATE -> "delegate " + first + list;
      case Form.SAME -> "same(" + first + ")";
      case Form.LAMBDA -> function(name, first) + list;
      case Form.LAMBDA_BLOCK -> function(name, first) + " {" + list + "}";
      case Form.CONDITIONAL -> "either" + list;
      case Form.SWITCH -> "switch" + list;
      case Form.ASSIGN -> first + " = " + list;
      case Form.OPERATOR -> "(" + name + ")" + list;
      case Form.AWAIT -> "await " + first;
      case Form.RETURN -> "return " + first;
      case Form.TYPE_NAME -> (first.isEmpty() ? "" : first + ".") + name + typeArguments(list);
      case Form.TYPE_ARRAY -> first + "[]";
      case Form.TYPE_PRIMITIVE -> "#" + name;
      case Form.TYPE_SELF -> "Self";
      case Form.TYPE_WILDCARD -> name.isEmpty() ? "*" : "* " + name + " " + first;
      case Form.TYPE_INTERSECTION -> "all" + list;
      case Form.TYPE_UNION -> "any" + list;
      case Form.TYPE_FUNCTION -> list + " -> " + first;
      case Form.TYPE_PACKAGE -> "package " + name;
      case Form.ARRAY -> "array<" + first + ">" + list;
      case Form.ELEMENT -> "element(" + first + ")";
      case Form.COMPONENT -> "component " + name + " of " + first + list;
      case Form.CASE_NAME -> "case " + first + "." + name;
      case Form.TYPE_ARGUMENTS -> first + typeArguments(list);
      case Form.OBJECT -> "object " + name;
      case Form.TYPE_OBJECT -> "#object " + name;
      case Form.TYPE_OF -> "typeof " + first;
      case Form.TYPE_TUPLE -> "tuple" + list;
      case Form.TYPE_LOOKUP -> first + "[" + name + "]";
      case Form.TYPE_GUARD -> name + " is " + first;
      case Form.BINDING -> "value of " + name;
      case Form.NARROWED -> name + " where " + first;
      case Form.CALLED -> "(" + first + ")" + list;
      default -> throw new IllegalStateException("a node has form " + facts.form(node));
    };
  }

  private static String typeArguments(String list) {
    return list.isEmpty() ? "" : "<" + list.substring(1, list.length() - 1) + ">";
  }

  private String list(int list, int depth) {
    var items = new StringBuilder("(");
    for (int i = 0; i < facts.listSize(list); i++) {
      items.append(i == 0 ? "" : ", ").append(node(facts.listItem(list, i), depth));
    }
    return items.append(')').toString();
  }

  private String position(int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < offset; i++) {
      column++;
      if (text[i] == '\n') {
        line++;
        column = 1;
      }
    }
    return line + ":" + column;
  }

  private static String scopeKind(int kind) {
    return switch (kind) {
      case ScopeKind.FILE -> "file";
      case ScopeKind.TYPE -> "type";
      case ScopeKind.FUNCTION -> "function";
      case ScopeKind.BLOCK -> "block";
      case ScopeKind.LAMBDA -> "lambda";
      default -> throw new IllegalStateException("a scope has kind " + kind);
    };
  }

  private static String importKind(int kind) {
    return switch (kind) {
      case ImportKind.NAMED -> "named";
      case ImportKind.WILDCARD -> "wildcard";
      case ImportKind.STATIC_NAMED -> "staticNamed";
      case ImportKind.STATIC_WILDCARD -> "staticWildcard";
      case ImportKind.MODULE -> "module";
      case ImportKind.DEFAULT -> "default";
      case ImportKind.REEXPORT -> "reexport";
      case ImportKind.REEXPORT_ALL -> "reexportAll";
      default -> throw new IllegalStateException("an import has kind " + kind);
    };
  }
}
