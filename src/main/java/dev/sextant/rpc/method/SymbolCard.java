package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.CodeGraph;
import dev.sextant.query.SymbolDetails;
import dev.sextant.query.SymbolSummary;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.source.ReadOutcome;
import java.nio.file.Path;
import java.util.List;

/** How all that is known about one symbol is written. */
final class SymbolCard {
  /** What {@link #of} gives. */
  static final ResultShape SHAPE =
      ResultShape.of("The symbol.")
          .field("symbol", "string", "Its stable id.")
          .field("kind", "string", "What it is.")
          .field("name", "string", "Its simple name.")
          .field("disambiguator", "string", "What tells it from its overloads; often empty.")
          .field("container", "string", "The dotted name of what it is declared in.")
          .field("containerSymbol", "string", "The id of that; absent for a file.")
          .field("language", "string", "The language of its file.")
          .field("location", "object", "The file, and the range of the name.")
          .field("range", "object", "The range of the whole declaration.")
          .field("visibility", "string", "public, protected, private, internal or unspecified.")
          .field("modifiers", "array", "Its modifiers, by name.")
          .field("signature", "string", "The declaration up to its body; null when unknown.")
          .field("documentation", "string", "Its documentation as written; null when unknown.")
          .field("changed", "boolean", "Whether its file is no longer what the graph was built on.")
          .field("counts", "object", "members, references, callsIn, callsOut, subtypes.")
          .field("supertypes", "array", "Its direct supertypes, or the methods it overrides.")
          .field("truncated", "boolean", "Whether that list was cut to fit the answer.");

  private static final List<String> VISIBILITIES =
      List.of("public", "protected", "private", "internal");

  private SymbolCard() {}

  /** What {@code graph} says about {@code symbol}, and its file below {@code root}. */
  static ObjectNode of(CodeGraph graph, int symbol, Path root, RequestContext context) {
    SymbolDetails details = SymbolDetails.of(graph, symbol, context.cancellation());
    ObjectNode card = GraphJson.symbol(details.symbol());
    details.container().ifPresent(container -> card.put("containerSymbol", container.id()));
    card.set("range", GraphJson.range(details.range()));
    card.put(
        "visibility",
        details.modifiers().stream()
            .filter(VISIBILITIES::contains)
            .findFirst()
            .orElse("unspecified"));
    details.modifiers().forEach(card.putArray("modifiers")::add);
    putText(card, graph, symbol, root);
    card.putObject("counts")
        .put("members", details.members())
        .put("references", details.references())
        .put("callsIn", details.callsIn())
        .put("callsOut", details.callsOut())
        .put("subtypes", details.subtypeCount());
    var supertypes = card.putArray("supertypes");
    for (SymbolSummary supertype : details.supertypes()) {
      ObjectNode item = GraphJson.symbol(supertype);
      if (!context.budget().charge(item)) {
        break;
      }
      supertypes.add(item);
    }
    return card.put("truncated", supertypes.size() < details.supertypes().size());
  }

  private static void putText(ObjectNode card, CodeGraph graph, int symbol, Path root) {
    IndexedFile file = new IndexedFile(graph, graph.symbols().file(symbol), root);
    card.putNull("signature").putNull("documentation");
    if (file.read() instanceof ReadOutcome.Read(var text) && file.isUnchanged(text)) {
      DeclarationText declaration = DeclarationText.of(graph, symbol, text);
      declaration.signature().ifPresent(found -> card.put("signature", found));
      declaration.documentation().ifPresent(found -> card.put("documentation", found));
      card.put("changed", false);
    } else {
      card.put("changed", true);
    }
  }
}
