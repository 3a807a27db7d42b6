package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.CodeGraph;
import dev.sextant.query.SymbolLookup;
import dev.sextant.query.SymbolResolution;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.source.Position;

/**
 * Finds the one symbol that a request names.
 *
 * <p><b>Errors:</b> -32005 with the candidates, -32006.
 */
final class NamedSymbol {
  private NamedSymbol() {}

  /**
   * The ordinal in {@code graph}; {@code arguments} were declared with {@link
   * SymbolSelector#PARAMETERS}.
   */
  static int in(CodeGraph graph, Arguments arguments, RequestContext context) {
    return switch (SymbolLookup.find(graph, selector(arguments), context.cancellation())) {
      case SymbolResolution.Found found -> found.symbol();
      case SymbolResolution.NotFound missing ->
          throw RpcError.of(RpcErrorKind.NOT_FOUND, missing.reason()).exception();
      case SymbolResolution.Ambiguous several -> throw ambiguous(several).exception();
    };
  }

  private static dev.sextant.query.SymbolSelector selector(Arguments arguments) {
    return switch (SymbolSelector.of(arguments)) {
      case SymbolSelector.BySymbol(String id) -> new dev.sextant.query.SymbolSelector.ById(id);
      case SymbolSelector.ByName(String name) -> new dev.sextant.query.SymbolSelector.ByName(name);
      case SymbolSelector.At(String file, int line, int character) ->
          new dev.sextant.query.SymbolSelector.At(file, new Position(line, character));
    };
  }

  private static RpcError ambiguous(SymbolResolution.Ambiguous several) {
    ObjectNode extra = GraphJson.object();
    extra.set("candidates", GraphJson.symbols(several.candidates()));
    extra
        .put("total", several.total())
        .put("truncated", several.candidates().size() < several.total());
    return new RpcError(
        RpcErrorKind.AMBIGUOUS_SYMBOL,
        "%d symbols are meant; ask again with the symbol of one".formatted(several.total()),
        extra);
  }
}
