package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.Implementations;
import dev.sextant.query.Implementations.Implementation;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.PublishedGraph;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The method about what implements a symbol.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class ImplementationMethods implements MethodGroup {
  private final GraphMethods graphs;

  ImplementationMethods(GraphMethods graphs) {
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        graphs
            .aboutSymbol("symbol/implementations")
            .summary("Lists what extends or implements a type, or overrides a method.")
            .takes(Paging.PARAMETERS)
            .answers(
                ListPage.shape(
                        ResultShape.of("The implementations, nearest first."),
                        "Symbols, each with its distance: 1 for direct ones.")
                    .field("symbol", "string", "The symbol that was asked about."))
            .fails(RpcErrorKind.TOO_BROAD)
            .by(graphs.answering(ImplementationMethods::implementations)));
  }

  private static ObjectNode implementations(
      PublishedGraph published, Arguments arguments, RequestContext context) {
    ListPage page = ListPage.of(published, Paging.of(arguments));
    int symbol = NamedSymbol.in(published.graph(), arguments, context);
    ObjectNode result = GraphJson.object();
    result.put("symbol", published.graph().ids().render(symbol));
    return page.write(
        result,
        Implementations.of(published.graph(), symbol, page.window(), context.cancellation()),
        ImplementationMethods::item,
        context);
  }

  private static ObjectNode item(Implementation implementation) {
    return GraphJson.symbol(implementation.symbol()).put("distance", implementation.distance());
  }
}
