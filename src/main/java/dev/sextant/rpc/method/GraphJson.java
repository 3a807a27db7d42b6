package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.Evidence;
import dev.sextant.query.BelowFloor;
import dev.sextant.query.CallEdge;
import dev.sextant.query.Location;
import dev.sextant.query.Reference;
import dev.sextant.query.SymbolSummary;
import dev.sextant.source.Position;
import dev.sextant.source.Range;
import java.util.List;

/** How symbols, places and edges of a graph are written; one way in all answers. */
final class GraphJson {
  private GraphJson() {}

  /** An empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A symbol as lists say it, with the place of its name. */
  static ObjectNode symbol(SymbolSummary symbol) {
    ObjectNode node = object();
    node.put("symbol", symbol.id())
        .put("kind", symbol.kind().wireName())
        .put("name", symbol.name())
        .put("disambiguator", symbol.disambiguator())
        .put("container", symbol.container())
        .put("language", symbol.language())
        .set("location", location(symbol.location()));
    return node;
  }

  /** Symbols, in their order. */
  static ArrayNode symbols(List<SymbolSummary> symbols) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    symbols.forEach(symbol -> nodes.add(symbol(symbol)));
    return nodes;
  }

  /** A stretch of a file. */
  static ObjectNode location(Location location) {
    ObjectNode node = object();
    node.put("file", location.path()).set("range", range(location.range()));
    return node;
  }

  /** A stretch of text. */
  static ObjectNode range(Range range) {
    ObjectNode node = object();
    node.set("start", position(range.start()));
    node.set("end", position(range.end()));
    return node;
  }

  /** A use of a symbol. */
  static ObjectNode reference(Reference reference) {
    ObjectNode node = object();
    node.set("location", location(reference.location()));
    node.put("role", reference.role().wireName())
        .put("evidence", reference.evidence().wireName())
        .set("enclosing", symbol(reference.enclosing()));
    return node;
  }

  /** A call edge; its evidence is the strongest of its listed sites. */
  static ObjectNode edge(CallEdge edge) {
    ObjectNode node = object();
    node.put("distance", edge.distance());
    node.set("from", symbol(edge.from()));
    node.set("to", symbol(edge.to()));
    ArrayNode sites = node.putArray("sites");
    Evidence strongest = Evidence.NAMED;
    for (CallEdge.Site site : edge.sites()) {
      ObjectNode item = sites.addObject();
      item.set("range", range(site.location().range()));
      item.put("role", site.role().wireName()).put("evidence", site.evidence().wireName());
      strongest = site.evidence().atLeast(strongest) ? site.evidence() : strongest;
    }
    node.put("siteCount", edge.siteCount()).put("evidence", strongest.wireName());
    return edge.isDispatch() ? node.put("dispatch", true) : node;
  }

  /** What a floor left out, by evidence. */
  static ObjectNode belowFloor(BelowFloor below) {
    return object()
        .put("typed", below.typed())
        .put("imported", below.imported())
        .put("named", below.named())
        .put("total", below.total());
  }

  private static ObjectNode position(Position position) {
    return object().put("line", position.line()).put("character", position.character());
  }
}
