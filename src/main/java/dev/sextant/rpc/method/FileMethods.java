package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.query.FileList;
import dev.sextant.query.FileOutline;
import dev.sextant.rpc.Arguments;
import dev.sextant.rpc.MethodGroup;
import dev.sextant.rpc.Parameter;
import dev.sextant.rpc.ParameterType;
import dev.sextant.rpc.RequestContext;
import dev.sextant.rpc.ResultShape;
import dev.sextant.rpc.RpcError;
import dev.sextant.rpc.RpcErrorKind;
import dev.sextant.rpc.RpcException;
import dev.sextant.rpc.RpcMethod;
import dev.sextant.workspace.PublishedGraph;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The methods about the files of a workspace.
 *
 * <p><b>Threads:</b> thread-safe; reading a file blocks on the disk.
 */
@Singleton
final class FileMethods implements MethodGroup {
  private static final Parameter PATH =
      Parameter.required("path", ParameterType.text(), "Path of a file from the workspace's root.");

  private final GraphMethods graphs;

  FileMethods(GraphMethods graphs) {
    this.graphs = graphs;
  }

  @Override
  public List<RpcMethod> methods() {
    return List.of(list(), outline(), read());
  }

  private RpcMethod list() {
    return graphs
        .named("file/list")
        .summary("Lists the indexed files of a folder.")
        .takes(
            Parameter.withDefault(
                "path",
                new ParameterType.Text(0, 4096),
                "",
                "Path of a folder from the workspace's root; empty for the root."),
            Parameter.flagDefaultFalse(
                "recursive", "Whether to list all files below it rather than one level."))
        .takes(Paging.PARAMETERS)
        .answers(
            ListPage.shape(
                ResultShape.of("Folders and files."),
                "Folders with path and files; files with path, language, sizeBytes, lines,"
                    + " symbols; each with a type."))
        .fails(RpcErrorKind.NOT_FOUND, RpcErrorKind.TOO_BROAD)
        .by(graphs.answering(FileMethods::listed));
  }

  private static ObjectNode listed(
      PublishedGraph published, Arguments arguments, RequestContext context) {
    ListPage page = ListPage.of(published, Paging.of(arguments));
    String folder = arguments.text("path");
    var form = arguments.flag("recursive") ? FileList.Form.FLAT : FileList.Form.LEVEL;
    var request = new FileList.Request(folder, form, page.window());
    var entries = FileList.in(published.graph(), request, context.cancellation());
    if (entries.total() == 0 && !folder.isEmpty()) {
      throw missing(folder);
    }
    return page.write(GraphJson.object(), entries, FileMethods::entry, context);
  }

  private static ObjectNode entry(FileList.Entry entry) {
    return switch (entry) {
      case FileList.Folder(String path, int files) ->
          GraphJson.object().put("type", "folder").put("path", path).put("files", files);
      case FileList.File file ->
          GraphJson.object()
              .put("type", "file")
              .put("path", file.path())
              .put("language", file.language())
              .put("sizeBytes", file.sizeBytes())
              .put("lines", file.lines())
              .put("symbols", file.symbols());
    };
  }

  private RpcMethod outline() {
    return graphs
        .named("file/outline")
        .summary("Answers the symbols of a file, each with those declared in it.")
        .takes(PATH)
        .answers(
            ResultShape.of("The symbols of the file.")
                .field("path", "string", "The file.")
                .field("language", "string", "Its language.")
                .field("symbol", "string", "The id of the file itself.")
                .field(
                    "items",
                    "array",
                    "Symbols: symbol, kind, name, disambiguator, modifiers, nameRange, range,"
                        + " children. What is nested deeper than "
                        + OutlineTree.MAX_DEPTH
                        + " levels stands in the deepest of these.")
                .field("total", "integer", "How many symbols the file has, itself not counted.")
                .field("truncated", "boolean", "Whether some were left out to fit the answer."))
        .fails(RpcErrorKind.NOT_FOUND)
        .by(graphs.answering(FileMethods::outlined));
  }

  private static ObjectNode outlined(
      PublishedGraph published, Arguments arguments, RequestContext context) {
    String path = arguments.text("path");
    FileOutline outline =
        FileOutline.of(published.graph(), path, context.cancellation())
            .orElseThrow(() -> missing(path));
    return OutlineTree.of(outline, context);
  }

  private RpcMethod read() {
    return graphs
        .named("file/read")
        .summary("Answers the text of a file with the symbols that its names mean.")
        .takes(PATH)
        .takes(EvidenceFloor.PARAMETERS)
        .takes(
            Parameter.optional(
                "cursor",
                ParameterType.text(),
                "The nextCursor of the answer before; the text is not repeated."))
        .answers(FileText.SHAPE)
        .fails(RpcErrorKind.NOT_FOUND, RpcErrorKind.TOO_BROAD)
        .by(
            graphs.answering(
                (published, arguments, context) -> {
                  String path = arguments.text("path");
                  int file = published.graph().files().find(path);
                  if (file < 0) {
                    throw missing(path);
                  }
                  var root = graphs.workspace(arguments).key().root();
                  return FileText.of(
                      new IndexedFile(published.graph(), file, root),
                      published,
                      arguments,
                      context);
                }));
  }

  private static RpcException missing(String path) {
    return RpcError.of(
            RpcErrorKind.NOT_FOUND,
            "the graph has no file or folder '%s'; paths are relative to the workspace's root"
                .formatted(path))
        .with("path", path)
        .exception();
  }
}
