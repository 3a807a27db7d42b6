package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.CodeGraph;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.query.Definition;
import dev.sextant.query.References;
import dev.sextant.query.SearchMode;
import dev.sextant.query.SymbolSearch;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.PublishedGraph;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The methods about what symbols are, where they are declared and used, and the search for them.
 *
 * <p><b>Threads:</b> thread-safe.
 */
@Singleton
final class SymbolMethods implements MethodGroup {
  private static final int MAX_LANGUAGES = 32;

  private final GraphMethods graphs;

  SymbolMethods(GraphMethods graphs) {
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(search(), get(), definition(), references());
  }

  private RpcMethod search() {
    String[] modes =
        Arrays.stream(SearchMode.values()).map(SearchMode::wireName).toArray(String[]::new);
    String[] kinds =
        Arrays.stream(SymbolKind.values())
            .filter(SymbolKind::isGraphSymbol)
            .map(SymbolKind::wireName)
            .toArray(String[]::new);
    return graphs
        .named("symbol/search")
        .summary("Finds symbols by their names, best first.")
        .takes(
            Parameter.required(
                "query",
                new ParameterType.Text(0, SymbolSearch.MAX_TEXT),
                "What names are compared with; empty matches all in fuzzy and prefix."),
            Parameter.withDefault(
                "mode", ParameterType.choice(modes), "fuzzy", "How names are compared with it."),
            Parameter.optional(
                "kinds",
                ParameterType.listOf(ParameterType.choice(kinds), kinds.length),
                "Only symbols of these kinds."),
            Parameter.optional(
                "languages",
                ParameterType.listOf(ParameterType.text(), MAX_LANGUAGES),
                "Only symbols of files in these languages."),
            Parameter.optional(
                "path", ParameterType.text(), "Only symbols of files that this glob matches."))
        .takes(Paging.PARAMETERS)
        .answers(ListPage.shape(ResultShape.of("The symbols found."), "Symbols, best first."))
        .fails(RpcErrorKind.TOO_BROAD)
        .by(graphs.answering(SymbolMethods::found));
  }

  private static ObjectNode found(
      PublishedGraph published, Arguments arguments, RequestContext context) {
    ListPage page = ListPage.of(published, Paging.of(arguments));
    String mode = arguments.text("mode");
    SymbolSearch.Request request =
        new SymbolSearch.Request(
            arguments.text("query"),
            Arrays.stream(SearchMode.values())
                .filter(one -> one.wireName().equals(mode))
                .findFirst()
                .orElseThrow(),
            chosen(SymbolKind.values(), SymbolKind::wireName, arguments.texts("kinds")),
            new HashSet<>(arguments.texts("languages")),
            arguments.optionalText("path").orElse(""),
            page.window());
    return switch (SymbolSearch.in(published.graph(), request, context.cancellation())) {
      case SymbolSearch.Matches matches ->
          page.write(GraphJson.object(), matches.symbols(), GraphJson::symbol, context);
      case SymbolSearch.Refused refused ->
          throw RpcError.of(RpcErrorKind.INVALID_PARAMS, refused.reason()).exception();
    };
  }

  private RpcMethod get() {
    return graphs
        .aboutSymbol("symbol/get")
        .summary("Answers all that is known about one symbol.")
        .answers(SymbolCard.SHAPE)
        .by(
            graphs.answering(
                (published, arguments, context) ->
                    SymbolCard.of(
                        published.graph(),
                        NamedSymbol.in(published.graph(), arguments, context),
                        graphs.workspace(arguments).key().root(),
                        context)));
  }

  private RpcMethod definition() {
    return graphs
        .aboutSymbol("symbol/definition")
        .summary("Answers where a symbol is declared.")
        .answers(
            ResultShape.of("The declarations of the symbol.")
                .field("items", "array", "Each with symbol, location of the name, and range.")
                .field("total", "integer", "How many there are.")
                .field("truncated", "boolean", "Whether some were left out."))
        .by(
            graphs.answering(
                (published, arguments, context) -> {
                  CodeGraph graph = published.graph();
                  Definition definition =
                      Definition.of(graph, NamedSymbol.in(graph, arguments, context));
                  ObjectNode item = GraphJson.symbol(definition.symbol());
                  item.set("range", GraphJson.range(definition.range()));
                  ObjectNode result = GraphJson.object();
                  result.putArray("items").add(item);
                  return result.put("total", 1).put("truncated", false);
                }));
  }

  private RpcMethod references() {
    String[] roles = Arrays.stream(Role.values()).map(Role::wireName).toArray(String[]::new);
    return graphs
        .aboutSymbol("symbol/references")
        .summary("Lists the uses of a symbol.")
        .takes(
            Parameter.optional(
                "roles",
                ParameterType.listOf(ParameterType.choice(roles), roles.length),
                "Only uses in these roles."),
            Parameter.flagDefaultFalse(
                "includeDeclaration", "Whether to say where the symbol is declared too."))
        .takes(EvidenceFloor.PARAMETERS)
        .takes(Paging.PARAMETERS)
        .answers(
            ListPage.shape(
                    ResultShape.of("The uses of the symbol."),
                    "Uses by file and place: location, role, evidence, enclosing symbol.")
                .field("declaration", "object", "Where it is declared; absent unless asked for.")
                .field("belowFloor", "object", "How many uses minEvidence left out, by evidence."))
        .fails(RpcErrorKind.TOO_BROAD)
        .by(graphs.answering(SymbolMethods::used));
  }

  private static ObjectNode used(
      PublishedGraph published, Arguments arguments, RequestContext context) {
    ListPage page = ListPage.of(published, Paging.of(arguments));
    References.Request request =
        new References.Request(
            NamedSymbol.in(published.graph(), arguments, context),
            chosen(Role.values(), Role::wireName, arguments.texts("roles")),
            EvidenceFloor.of(arguments),
            arguments.flag("includeDeclaration")
                ? References.Declaration.INCLUDED
                : References.Declaration.EXCLUDED,
            page.window());
    References found = References.in(published.graph(), request, context.cancellation());
    ObjectNode result = GraphJson.object();
    found.declaration().ifPresent(at -> result.set("declaration", GraphJson.location(at)));
    result.set("belowFloor", GraphJson.belowFloor(found.belowFloor()));
    return page.write(result, found.references(), GraphJson::reference, context);
  }

  private static <T> Set<T> chosen(T[] all, Function<T, String> wireName, List<String> words) {
    return Arrays.stream(all)
        .filter(one -> words.contains(wireName.apply(one)))
        .collect(Collectors.toSet());
  }
}
