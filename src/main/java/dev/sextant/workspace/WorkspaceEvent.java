package dev.sextant.workspace;

import dev.sextant.index.ChangedFiles;

/** Something that happened to a workspace and that clients may want to hear of. */
public sealed interface WorkspaceEvent {
  /** The id of the workspace. */
  String workspace();

  /** The workspace went from one state to another; {@code generation} is what it serves now. */
  record StateChanged(String workspace, WorkspaceState from, WorkspaceState to, long generation)
      implements WorkspaceEvent {}

  /** The build under way came further; sent a bounded number of times a second. */
  record RebuildProgressed(String workspace, RunningRebuild progress) implements WorkspaceEvent {}

  /** The workspace was pinned or unpinned; of no interest to clients. */
  record PinChanged(String workspace, boolean pinned) implements WorkspaceEvent {}

  /** The workspace serves a new graph, which differs from the one before by {@code changed}. */
  record GenerationPublished(String workspace, long generation, ChangedFiles changed)
      implements WorkspaceEvent {}
}
