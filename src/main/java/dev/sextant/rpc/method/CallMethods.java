package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.Calls;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.PublishedGraph;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The methods about who calls whom.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class CallMethods implements MethodGroup {
  private final GraphMethods graphs;

  CallMethods(GraphMethods graphs) {
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(
        calls("symbol/callers", Calls.Direction.CALLERS),
        calls("symbol/callees", Calls.Direction.CALLEES));
  }

  private RpcMethod calls(String name, Calls.Direction direction) {
    boolean isCallers = direction == Calls.Direction.CALLERS;
    return graphs
        .aboutSymbol(name)
        .summary(isCallers ? "Lists who calls a symbol." : "Lists what a symbol calls.")
        .takes(
            Parameter.withDefault(
                "depth",
                ParameterType.integer(1, Calls.Request.MAX_DEPTH),
                1,
                "How many calls to follow."))
        .takes(
            Parameter.flagDefaultFalse(
                "dispatch",
                "Whether a call of a method counts for the methods that override it too."))
        .takes(EvidenceFloor.PARAMETERS)
        .takes(Paging.PARAMETERS)
        .answers(
            ListPage.shape(
                    ResultShape.of("The calls, nearest first."),
                    "Edges: distance, from, to, sites in from's file, siteCount, evidence; dispatch, true"
                        + " where the call is declared to go to an overridden method.")
                .field("symbol", "string", "The symbol that was asked about.")
                .field("reached", "integer", "How many other symbols are within the depth.")
                .field("belowFloor", "object", "How many calls minEvidence left out, by evidence."))
        .fails(RpcErrorKind.TOO_BROAD)
        .by(
            graphs.answering(
                (published, arguments, context) ->
                    called(direction, published, arguments, context)));
  }

  private static ObjectNode called(
      Calls.Direction direction,
      PublishedGraph published,
      Arguments arguments,
      RequestContext context) {
    ListPage page = ListPage.of(published, Paging.of(arguments));
    int symbol = NamedSymbol.in(published.graph(), arguments, context);
    Calls.Request request =
        new Calls.Request(
            symbol,
            direction,
            (int) arguments.integer("depth"),
            EvidenceFloor.of(arguments),
            arguments.flag("dispatch") ? Calls.Dispatch.POSSIBLE : Calls.Dispatch.DECLARED,
            page.window());
    Calls calls = Calls.in(published.graph(), request, context.cancellation());
    ObjectNode result = GraphJson.object();
    result
        .put("symbol", published.graph().ids().render(symbol))
        .put("reached", calls.reached())
        .set("belowFloor", GraphJson.belowFloor(calls.belowFloor()));
    return page.write(result, calls.edges(), GraphJson::edge, context);
  }
}
