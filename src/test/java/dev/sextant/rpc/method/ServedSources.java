package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.Modifiers;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.graph.TreeState;
import dev.sextant.index.BuildReport;
import dev.sextant.index.BuildWork;
import dev.sextant.index.ChangedFiles;
import dev.sextant.index.IndexResult;
import dev.sextant.rebuild.LoadRequest;
import dev.sextant.rpc.EngineFixture;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.source.SourceText;
import dev.sextant.testing.GraphModel;
import dev.sextant.testing.TestRuntime;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.RebuildMode;
import dev.sextant.workspace.RootMode;
import dev.sextant.workspace.ServeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A folder of sources, the graph that a test says they have, and an engine that answers from it.
 *
 * <p>Symbols and uses are placed by looking for their text in the file.
 */
final class ServedSources implements AutoCloseable {
  final GraphModel model = new GraphModel();
  private final ExecutorService passes = Executors.newCachedThreadPool();
  private final TestRuntime runtime = new TestRuntime(passes);
  private final List<String> texts = new ArrayList<>();
  private final Path root;
  private EngineFixture engine;

  ServedSources(Path root) throws IOException {
    this.root = root.toRealPath();
    engine = EngineFixture.answering(groups());
    runtime.builds.giving(
        () ->
            new IndexResult(
                model.link(),
                new BuildReport(
                    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), Map.of(), BuildWork.NONE),
                new TreeState.Builder().build(),
                ChangedFiles.all(0),
                Optional.empty()));
  }

  /** Writes a file and adds it to the graph; files come in the order of their paths. */
  int file(String path, String language, String namespace, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    SourceText source = SourceText.of(text);
    List<Integer> starts =
        IntStream.range(0, source.lines().lineCount())
            .map(source.lines()::lineStart)
            .boxed()
            .toList();
    model.contentHashes.put(model.files.size(), source.contentHash());
    texts.add(text);
    return model.file(path, language, namespace, starts, text.length());
  }

  /** Adds a symbol of the last file: its declaration is {@code head} and then {@code body}. */
  int symbol(SymbolKind kind, String name, int container, String head, String body) {
    return symbol(kind, name, "", container, head, body);
  }

  int symbol(
      SymbolKind kind, String name, String disambiguator, int container, String head, String body) {
    String text = texts.getLast();
    int start = text.indexOf(head + body);
    int nameStart = text.indexOf(name, start);
    if (start < 0 || nameStart < 0) {
      throw new AssertionError("not in the text: " + head + body);
    }
    model.symbols.add(
        new GraphModel.Symbol(
            model.files.size() - 1,
            kind,
            name,
            disambiguator,
            container,
            nameStart,
            nameStart + name.length(),
            start,
            start + head.length(),
            start + head.length() + body.length(),
            Modifiers.PUBLIC | Modifiers.STATIC));
    return model.symbols.size() - 1;
  }

  /** Adds the first use of {@code name} behind {@code after}, in the file of {@code enclosing}. */
  void use(int enclosing, String after, String name, int target, Role role, Evidence evidence) {
    String text = texts.get(model.symbols.get(enclosing).file());
    int start = text.indexOf(name, text.indexOf(after) + after.length());
    model.occurrences.add(
        new GraphModel.Occurrence(enclosing, start, start + name.length(), target, role, evidence));
  }

  /** The public id of a symbol. */
  String id(int symbol) {
    return model.link().ids().render(symbol);
  }

  LoadedWorkspace load() {
    return runtime
        .rebuilds
        .load(new LoadRequest(root, RootMode.WORKSPACE_FOLDER, false))
        .await()
        .indefinitely();
  }

  /** Publishes the next generation. */
  void rebuild(LoadedWorkspace workspace) {
    runtime.rebuilds.rebuild(workspace, RebuildMode.FULL).await().indefinitely();
  }

  /** Lets answers have no more than so many bytes from now on. */
  void answeringUpTo(int maxAnswerBytes) {
    engine.close();
    engine = EngineFixture.answeringUpTo(maxAnswerBytes, groups());
  }

  /** What {@code method} answers with; {@code params} are names and values in turn. */
  JsonNode result(String method, Object... params) throws InterruptedException {
    JsonNode answer = answer(method, params);
    if (!answer.has("result")) {
      throw new AssertionError("no result: " + answer);
    }
    return answer.path("result");
  }

  /** The error that {@code method} answers with. */
  JsonNode error(String method, Object... params) throws InterruptedException {
    JsonNode answer = answer(method, params);
    if (!answer.has("error")) {
      throw new AssertionError("no error: " + answer);
    }
    return answer.path("error");
  }

  private JsonNode answer(String method, Object... params) throws InterruptedException {
    ObjectNode given = JsonNodeFactory.instance.objectNode().put("workspace", root.toString());
    for (int i = 0; i < params.length; i += 2) {
      given.putPOJO((String) params[i], params[i + 1]);
    }
    return engine.ask(method, given.toString());
  }

  private MethodGroup[] groups() {
    GraphMethods graphs =
        new GraphMethods(
            runtime.workspaces,
            runtime.rebuilds,
            runtime.unwatched(),
            new ServeSettings(Duration.ZERO),
            runtime.clock);
    return new MethodGroup[] {
      new SymbolMethods(graphs), new CallMethods(graphs), new FileMethods(graphs)
    };
  }

  @Override
  public void close() {
    runtime.rebuilds.close();
    engine.close();
    passes.shutdownNow();
  }
}
