package dev.sextant.rpc.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.index.BuildReport;
import dev.sextant.index.FileProblem;
import dev.sextant.rpc.ResultShape;
import dev.sextant.workspace.LoadedWorkspace;
import dev.sextant.workspace.PublishedGraph;
import dev.sextant.workspace.RunningRebuild;
import java.util.TreeMap;

/** How a workspace's status is written. */
final class WorkspaceStatus {
  /** What {@link #of} gives. */
  static final ResultShape SHAPE =
      ResultShape.of("The workspace's status.")
          .field("workspace", "string", "Its id: the canonical root.")
          .field("rootMode", "string", "How the root was found.")
          .field("scip", "string", "The SCIP index it is built with; absent when there is none.")
          .field("state", "string", "Unloaded, Loading, Loaded, Rebuilding, Evicted or Failed.")
          .field("generation", "integer", "The graph served; 0 when there is none.")
          .field("pinned", "boolean", "Whether it is exempt from eviction.")
          .field("bytes", "integer", "Bytes of the graph and of what is kept for the next build.")
          .field("highWaterBytes", "integer", "The most that `bytes` was since it was loaded.")
          .field("files", "integer", "Files in the graph.")
          .field("lines", "integer", "Lines of these files.")
          .field("symbols", "integer", "Symbols in the graph.")
          .field("edges", "integer", "Occurrences that lead from one symbol to another.")
          .field("languages", "object", "Files by language.")
          .field("filesWithSyntaxErrors", "integer", "Files that did not parse whole.")
          .field("skipped", "object", "Files left out, by reason.")
          .field(
              "problems",
              "array",
              "The first files that were left out or did not parse whole: path, reason, detail.")
          .field("lastGoodAt", "string", "When a build last succeeded; absent when none has.")
          .field("lastError", "string", "Why the last build failed; absent when it did not.")
          .field("retryCount", "integer", "Failed builds since the last success.")
          .field("nextRetryAt", "string", "When it is tried again by itself.")
          .field(
              "git",
              "string",
              "Where the head of the repository stood when the graph was made: branch, commit, tree;"
                  + " absent outside of one.")
          .field("watch", "string", "How its files are watched: events, polling or off.")
          .field(
              "unverified",
              "boolean",
              "Whether the graph is of before the service started and not compared with the files"
                  + " yet.")
          .field("pendingFiles", "integer", "Changed files that the graph does not have yet.")
          .field(
              "persistedGeneration",
              "integer",
              "The graph that a restart would serve; 0 when none is known.")
          .field(
              "lastPersistError",
              "string",
              "Why the graph is not kept for a restart; absent when it is.")
          .field("rebuild", "object", "The build under way: mode, pass, done, total, startedAt.");

  private WorkspaceStatus() {}

  /** The status of {@code workspace} now. */
  static ObjectNode of(LoadedWorkspace workspace) {
    PublishedGraph published = workspace.published();
    BuildReport report = published.report();
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status
        .put("workspace", workspace.id())
        .put("rootMode", workspace.key().rootMode().wireName())
        .put("state", workspace.state().wireName())
        .put("generation", published.generation())
        .put("pinned", workspace.notes().isPinned())
        .put("bytes", workspace.memoryBytes())
        .put("highWaterBytes", workspace.memoryHighWaterBytes())
        .put("files", report.files())
        .put("lines", report.lines())
        .put("symbols", report.symbols())
        .put("edges", report.occurrences());
    workspace.key().scip().ifPresent(file -> status.put("scip", file.toString()));
    ObjectNode languages = status.putObject("languages");
    new TreeMap<>(report.filesByLanguage()).forEach(languages::put);
    status.put("filesWithSyntaxErrors", report.filesWithSyntaxErrors());
    putProblems(status, report);
    workspace.lastGoodAt().ifPresent(at -> status.put("lastGoodAt", Meta.time(at)));
    workspace.lastError().ifPresent(error -> status.put("lastError", error));
    status.put("retryCount", workspace.retryCount());
    workspace.nextRetryAt().ifPresent(at -> status.put("nextRetryAt", Meta.time(at)));
    String git = workspace.baseline().gitState();
    if (!git.isEmpty()) {
      status.put("git", git);
    }
    status
        .put("watch", workspace.notes().watchedBy().wireName())
        .put("unverified", !workspace.pendingFiles().compared())
        .put("pendingFiles", workspace.pendingFiles().count())
        .put("persistedGeneration", workspace.notes().persisted().generation());
    workspace.notes().persisted().error().ifPresent(error -> status.put("lastPersistError", error));
    workspace.runningRebuild().ifPresent(running -> put(status.putObject("rebuild"), running));
    return status;
  }

  private static void putProblems(ObjectNode status, BuildReport report) {
    ObjectNode skipped = status.putObject("skipped");
    new TreeMap<>(report.skipped())
        .forEach((reason, count) -> skipped.put(reason.wireName(), count));
    ArrayNode problems = status.putArray("problems");
    for (FileProblem problem : report.problems()) {
      problems
          .addObject()
          .put("path", problem.path())
          .put("reason", problem.reason())
          .put("detail", problem.detail());
    }
  }

  /** Writes how far a build has come. */
  static void put(ObjectNode node, RunningRebuild running) {
    node.put("mode", running.mode().wireName())
        .put("pass", running.pass().wireName())
        .put("done", running.done())
        .put("total", running.total())
        .put("startedAt", Meta.time(running.startedAt()));
  }
}
