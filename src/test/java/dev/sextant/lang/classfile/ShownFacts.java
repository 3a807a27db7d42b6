package dev.sextant.lang.classfile;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;

/** Facts as text, for tests to look at: one line a declaration, and all columns as numbers. */
final class ShownFacts {
  private final FileFacts facts;

  ShownFacts(FileFacts facts) {
    this.facts = facts;
  }

  /** A line for each declaration but parameters, indented by its scope: kind, head, modifiers. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < facts.declarationCount(); i++) {
      SymbolKind kind = facts.kind(i);
      if (kind != SymbolKind.PARAMETER && kind != SymbolKind.TYPE_PARAMETER) {
        lines.add(line(i));
      }
    }
    return lines;
  }

  private String line(int declaration) {
    StringBuilder line = new StringBuilder();
    for (int scope = facts.scopeOf(declaration); scope > 0; scope = facts.scopeParent(scope)) {
      line.append(facts.scopeOwner(scope) < 0 ? "" : "  ");
    }
    line.append(facts.kind(declaration).wireName()).append(' ');
    if (facts.typeParameters(declaration) >= 0) {
      line.append(typeParameters(declaration)).append(' ');
    }
    line.append(facts.string(facts.name(declaration)));
    if (facts.kind(declaration).isCallable()) {
      line.append(parameters(facts.ownScope(declaration)));
    }
    if (facts.type(declaration) >= 0) {
      line.append(": ").append(type(facts.type(declaration)));
    }
    if (facts.supertypes(declaration) >= 0) {
      line.append(" < ").append(types(facts.supertypes(declaration), ", "));
    }
    for (String modifier : Modifiers.wireNames(facts.modifiers(declaration))) {
      line.append(' ').append(modifier);
    }
    return line.toString();
  }

  private String typeParameters(int declaration) {
    int list = facts.typeParameters(declaration);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < facts.listSize(list); i++) {
      int parameter = facts.listItem(list, i);
      String bound = facts.type(parameter) < 0 ? "" : " < " + type(facts.type(parameter));
      String more =
          facts.supertypes(parameter) < 0 ? "" : " & " + types(facts.supertypes(parameter), " & ");
      shown.add(facts.string(facts.name(parameter)) + bound + more);
    }
    return "<" + String.join(", ", shown) + ">";
  }

  private String parameters(int scope) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < facts.declarationCount(); i++) {
      if (facts.scopeOf(i) == scope && facts.kind(i) == SymbolKind.PARAMETER) {
        shown.add(type(facts.type(i)));
      }
    }
    return "(" + String.join(", ", shown) + ")";
  }

  private String types(int list, String between) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < facts.listSize(list); i++) {
      shown.add(type(facts.listItem(list, i)));
    }
    return String.join(between, shown);
  }

  private String type(int node) {
    String name = facts.nodeName(node) < 0 ? "?" : facts.string(facts.nodeName(node));
    int first = facts.first(node);
    return switch (facts.form(node)) {
      case Form.TYPE_NAME ->
          (first < 0 ? "" : type(first) + (facts.form(first) == Form.TYPE_PACKAGE ? "/" : "."))
              + name
              + (facts.list(node) < 0 ? "" : "<" + types(facts.list(node), ", ") + ">");
      case Form.TYPE_ARRAY -> type(first) + "[]";
      case Form.TYPE_WILDCARD -> first < 0 ? "?" : "? " + name + " " + type(first);
      case Form.TYPE_PACKAGE, Form.TYPE_PRIMITIVE -> name;
      default -> throw new AssertionError("form " + facts.form(node));
    };
  }

  /** Every column of every table, so that equal texts mean equal facts. */
  String columns() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < facts.stringCount(); i++) {
      all.append(facts.string(i)).append('\n');
    }
    all.append(facts.namespace()).append('\n');
    for (int i = 0; i < facts.scopeCount(); i++) {
      row(all, facts.scopeKind(i), facts.scopeParent(i), facts.scopeOwner(i), facts.lastIn(i));
    }
    for (int i = 0; i < facts.declarationCount(); i++) {
      row(all, facts.name(i), facts.scopeOf(i), facts.ownScope(i), facts.modifiers(i));
      row(all, facts.nameStart(i), facts.nameEnd(i), facts.start(i), facts.bodyStart(i));
      row(all, facts.end(i), facts.type(i), facts.initializer(i), facts.previousIn(i));
      all.append(facts.kind(i)).append(' ');
      list(all, facts.supertypes(i));
      list(all, facts.typeParameters(i));
    }
    for (int i = 0; i < facts.nodeCount(); i++) {
      row(all, facts.form(i), facts.nodeName(i), facts.first(i), facts.nodeScope(i));
      row(all, facts.nodeStart(i), facts.nodeEnd(i), facts.isReference(i) ? 1 : 0);
      list(all, facts.list(i));
    }
    return all.append(facts.importCount()).toString();
  }

  private static void row(StringBuilder all, int... cells) {
    for (int cell : cells) {
      all.append(cell).append(' ');
    }
    all.append('\n');
  }

  private void list(StringBuilder all, int list) {
    all.append(list).append(':');
    for (int i = 0; i < facts.listSize(list); i++) {
      all.append(facts.listItem(list, i)).append(' ');
    }
    all.append('\n');
  }
}
