package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sextant.query.BelowFloor;
import dev.sextant.query.FileOccurrences;
import dev.sextant.rpc.AnswerBudget;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcException;
import dev.sextant.source.LineTable;
import dev.sextant.source.ReadOutcome;
import dev.sextant.source.SkipReason;
import dev.sextant.source.SourceText;
import dev.sextant.workspace.PublishedGraph;

/** How the text of a file is written, with the symbols that its names mean. */
final class FileText {
  /** What {@link #of} gives. */
  static final ResultShape SHAPE =
      ResultShape.of("The file.")
          .field("path", "string", "The file.")
          .field("language", "string", "Its language.")
          .field("text", "string", "Its text as it is now; absent behind a cursor.")
          .field(
              "changed",
              "boolean",
              "Whether it is no longer what the graph was built on; names are left out then,"
                  + " since their places would be wrong.")
          .field("definitions", "array", "Names declared here: range, symbol, kind.")
          .field("occurrences", "array", "Names used here: range, symbol, kind, role, evidence.")
          .field("belowFloor", "object", "How many uses minEvidence left out, by evidence.")
          .field("total", "integer", "How many names there are, declared and used.")
          .field("textTruncated", "boolean", "Whether the text was cut, at the end of a line.")
          .field("truncated", "boolean", "Whether text or names were left out to fit the answer.")
          .field("nextCursor", "string", "Where the names go on; absent at the end.");

  private static final int MAX_NAMES = 100_000;
  private static final int CHUNK_UNITS = 1 << 16;

  private FileText() {}

  /** The file as it is now, and what {@code published} knows of its names. */
  static ObjectNode of(
      IndexedFile file, PublishedGraph published, Arguments arguments, RequestContext context) {
    Paging paging = new Paging(MAX_NAMES, arguments.optionalText("cursor").orElse(""));
    ListPage page = ListPage.of(published, paging);
    String path = file.graph().files().path(file.file());
    SourceText text =
        switch (file.read()) {
          case ReadOutcome.Read read -> read.text();
          case ReadOutcome.Skipped skipped -> throw unreadable(path, skipped);
        };
    boolean isUnchanged = file.isUnchanged(text);
    ObjectNode result = GraphJson.object();
    result
        .put("path", path)
        .put("language", file.graph().files().language(file.file()))
        .put("changed", !isUnchanged);
    boolean isCut = paging.from().isEmpty() && putText(result, text, context.budget());
    result.put("textTruncated", isCut);
    if (isUnchanged) {
      var request = new FileOccurrences.Request(path, EvidenceFloor.of(arguments), page.window());
      FileOccurrences names =
          FileOccurrences.in(file.graph(), request, context.cancellation()).orElseThrow();
      putNames(result, names, page, context);
    } else {
      result.putArray("definitions");
      result.putArray("occurrences");
      result.set("belowFloor", GraphJson.belowFloor(BelowFloor.NONE));
      page.end(result, 0, 0);
    }
    return isCut ? result.put("truncated", true) : result;
  }

  /** Puts as many whole lines as there is room for, and says whether some were left out. */
  private static boolean putText(ObjectNode result, SourceText text, AnswerBudget budget) {
    String whole = text.text(0, text.length());
    LineTable lines = text.lines();
    int put = 0;
    int line = 0;
    while (put < whole.length()) {
      int end = put;
      while (line < lines.lineCount() && end - put < CHUNK_UNITS) {
        line++;
        end = line < lines.lineCount() ? lines.lineStart(line) : whole.length();
      }
      if (!budget.charge(TextNode.valueOf(whole.substring(put, end)))) {
        break;
      }
      put = end;
    }
    result.put("text", whole.substring(0, put));
    return put < whole.length();
  }

  private static void putNames(
      ObjectNode result, FileOccurrences names, ListPage page, RequestContext context) {
    ArrayNode definitions = result.putArray("definitions");
    ArrayNode occurrences = result.putArray("occurrences");
    for (FileOccurrences.Item name : names.items().items()) {
      ObjectNode item = GraphJson.object();
      item.set("range", GraphJson.range(name.range()));
      item.put("symbol", name.symbol()).put("kind", name.kind().wireName());
      if (name instanceof FileOccurrences.Used used) {
        item.put("role", used.role().wireName()).put("evidence", used.evidence().wireName());
      }
      if (!context.budget().charge(item)) {
        break;
      }
      (name instanceof FileOccurrences.Used ? occurrences : definitions).add(item);
    }
    result.set("belowFloor", GraphJson.belowFloor(names.belowFloor()));
    int next = names.items().offset() + definitions.size() + occurrences.size();
    page.end(result, next, names.items().total());
  }

  private static RpcException unreadable(String path, ReadOutcome.Skipped skipped) {
    boolean isTooLarge = skipped.reason() == SkipReason.TOO_LARGE;
    return RpcError.of(
            isTooLarge ? RpcErrorKind.TOO_BROAD : RpcErrorKind.NOT_FOUND,
            "reading '%s': %s (%s)".formatted(path, skipped.reason().sentence(), skipped.detail()))
        .with("path", path)
        .with("reason", skipped.reason().wireName())
        .exception();
  }
}
