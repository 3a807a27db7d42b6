package dev.sextant.lang;

import java.util.Arrays;

/**
 * The order in which the columns of facts are written and read, and what is expected of each value.
 *
 * <p>What is expected is only a guess from values that were passed before: any facts pass
 * unchanged, those of real files as few bytes.
 *
 * <p><b>Threads:</b> confined to its owner; used once.
 */
final class FactsLayout {
  private static final int CONTEXTS = 64;

  private final Residuals residuals;
  private final int[] stringStarts;
  private final int[] scopes;
  private final int[] declarations;
  private final int[] nodes;
  private final int[] lists;
  private final int[] imports;
  private final int[] context = new int[CONTEXTS];

  /** The layout of {@link FileFacts#tables}. */
  FactsLayout(Residuals residuals, int[] stringStarts, int[][] tables) {
    this.residuals = residuals;
    this.stringStarts = stringStarts;
    scopes = tables[0];
    declarations = tables[1];
    nodes = tables[2];
    lists = tables[3];
    imports = tables[4];
  }

  /** Passes all tables. */
  void pass() {
    lists();
    declarations();
    scopes();
    nodes();
    imports();
  }

  private void lists() {
    residuals.dense();
    int left = 0;
    int before = 0;
    for (int at = 0; at < lists.length; at++) {
      boolean size = left == 0;
      residuals.pass(lists, at, size ? 0 : before);
      left = size ? Math.max(0, lists[at]) : left - 1;
      before = size ? before : lists[at];
    }
    residuals.end();
  }

  private void declarations() {
    int stride = FileFacts.DECLARATION_STRIDE;
    plain(declarations, stride, 0);
    names(declarations, stride, 1);
    steps(declarations, stride, 2);
    absentOrNext(declarations, stride, 3);
    asLastOfItsKind(declarations, stride, 4);
    steps(declarations, stride, 5);
    nameEnds(declarations, stride, 6, 5, 1);
    residuals.dense();
    after(declarations, stride, 7, 5);
    residuals.dense();
    after(declarations, stride, 8, 6);
    residuals.sparse();
    after(declarations, stride, 9, 8);
    absentOrNext(declarations, stride, 10);
    absentOrNext(declarations, stride, 11);
    absentOrNextList(declarations, stride, 12);
    previous();
    absentOrNextList(declarations, stride, 14);
  }

  /** The chains of declarations in their scopes follow from the scopes. */
  private void previous() {
    int[] last = new int[scopes.length / FileFacts.SCOPE_STRIDE];
    Arrays.fill(last, -1);
    residuals.sparse();
    for (int at = 0; at < declarations.length; at += FileFacts.DECLARATION_STRIDE) {
      int scope = declarations[at + 2];
      boolean known = scope >= 0 && scope < last.length;
      residuals.pass(declarations, at + 13, known ? last[scope] : -1);
      if (known) {
        last[scope] = at / FileFacts.DECLARATION_STRIDE;
      }
    }
    residuals.end();
    residuals.sparse();
    for (int scope = 0; scope < last.length; scope++) {
      residuals.pass(scopes, scope * FileFacts.SCOPE_STRIDE + 3, last[scope]);
    }
    residuals.end();
  }

  private void scopes() {
    plain(scopes, FileFacts.SCOPE_STRIDE, 0);
    steps(scopes, FileFacts.SCOPE_STRIDE, 1);
    absentOrNext(scopes, FileFacts.SCOPE_STRIDE, 2);
  }

  private void nodes() {
    int stride = FileFacts.NODE_STRIDE;
    plain(nodes, stride, 0);
    asLastOfItsKind(nodes, stride, 1);
    names(nodes, stride, 2);
    distances(nodes, stride, 3);
    absentOrNextList(nodes, stride, 4);
    steps(nodes, stride, 5);
    nodeEnds();
    seldomSteps(nodes, stride, 7);
  }

  /** A node ends with its name, or where the node before it ends, as others of its form do. */
  private void nodeEnds() {
    Arrays.fill(context, 0);
    residuals.sparse();
    int before = 0;
    for (int at = 0; at < nodes.length; at += FileFacts.NODE_STRIDE) {
      int form = contextOf(nodes[at]);
      int named = nodes[at + 5] + length(nodes[at + 2]);
      residuals.pass(nodes, at + 6, context[form] == 0 ? named : before);
      int end = nodes[at + 6];
      context[form] = end == named ? 0 : end == before ? 1 : context[form];
      before = end;
    }
    residuals.end();
  }

  private void imports() {
    int stride = FileFacts.IMPORT_STRIDE;
    plain(imports, stride, 0);
    names(imports, stride, 1);
    names(imports, stride, 2);
    names(imports, stride, 3);
    steps(imports, stride, 4);
    nameEnds(imports, stride, 5, 4, 2);
  }

  private void plain(int[] rows, int stride, int column) {
    residuals.dense();
    for (int at = 0; at < rows.length; at += stride) {
      residuals.pass(rows, at + column, 0);
    }
    residuals.end();
  }

  private void steps(int[] rows, int stride, int column) {
    residuals.dense();
    passSteps(rows, stride, column);
  }

  private void seldomSteps(int[] rows, int stride, int column) {
    residuals.sparse();
    passSteps(rows, stride, column);
  }

  private void passSteps(int[] rows, int stride, int column) {
    int before = 0;
    for (int at = column; at < rows.length; at += stride) {
      residuals.pass(rows, at, before);
      before = rows[at];
    }
    residuals.end();
  }

  private void after(int[] rows, int stride, int column, int other) {
    for (int at = 0; at < rows.length; at += stride) {
      residuals.pass(rows, at + column, rows[at + other]);
    }
    residuals.end();
  }

  private void nameEnds(int[] rows, int stride, int column, int start, int name) {
    residuals.sparse();
    for (int at = 0; at < rows.length; at += stride) {
      residuals.pass(rows, at + column, rows[at + start] + length(rows[at + name]));
    }
    residuals.end();
  }

  private void asLastOfItsKind(int[] rows, int stride, int column) {
    Arrays.fill(context, -1);
    residuals.sparse();
    for (int at = 0; at < rows.length; at += stride) {
      int kind = contextOf(rows[at]);
      residuals.pass(rows, at + column, context[kind]);
      context[kind] = rows[at + column];
    }
    residuals.end();
  }

  private void distances(int[] rows, int stride, int column) {
    Arrays.fill(context, -1);
    residuals.sparse();
    for (int at = 0, row = 0; at < rows.length; at += stride, row++) {
      int kind = contextOf(rows[at]);
      residuals.pass(rows, at + column, context[kind] < 0 ? -1 : row - context[kind]);
      int value = rows[at + column];
      context[kind] = value < 0 ? -1 : row - value;
    }
    residuals.end();
  }

  private void names(int[] rows, int stride, int column) {
    presence(rows, stride, column);
    residuals.dense();
    int newest = -1;
    for (int at = column; at < rows.length; at += stride) {
      if (rows[at] != -1) {
        residuals.pass(rows, at, newest + 1);
        newest = Math.max(newest, rows[at]);
      }
    }
    residuals.end();
  }

  private void absentOrNext(int[] rows, int stride, int column) {
    presence(rows, stride, column);
    residuals.dense();
    int before = 0;
    for (int at = column; at < rows.length; at += stride) {
      if (rows[at] != -1) {
        residuals.pass(rows, at, before + 1);
        before = rows[at];
      }
    }
    residuals.end();
  }

  private void absentOrNextList(int[] rows, int stride, int column) {
    presence(rows, stride, column);
    residuals.sparse();
    int next = 0;
    for (int at = column; at < rows.length; at += stride) {
      if (rows[at] != -1) {
        residuals.pass(rows, at, next);
        int list = rows[at];
        next = list >= 0 && list < lists.length ? list + 1 + Math.max(0, lists[list]) : 0;
      }
    }
    residuals.end();
  }

  /** Passes which rows have a value in the column. */
  private void presence(int[] rows, int stride, int column) {
    Arrays.fill(context, 0);
    residuals.sparse();
    for (int at = 0; at < rows.length; at += stride) {
      int kind = contextOf(rows[at]);
      context[kind] = residuals.passPresence(rows, at + column, context[kind]);
    }
    residuals.end();
  }

  private int length(int string) {
    return string >= 0 && string < stringStarts.length - 1
        ? stringStarts[string + 1] - stringStarts[string]
        : 0;
  }

  private static int contextOf(int kind) {
    return kind & (CONTEXTS - 1);
  }
}
