package dev.sextant.rebuild;

import dev.sextant.rebuild.RebuildException.Kind;
import dev.sextant.source.SourceTreeException;
import dev.sextant.workspace.BuildAttempt;
import dev.sextant.workspace.LoadedWorkspace;
import java.util.Locale;

/**
 * Says what became of one build that was not published, so that whoever waits for it knows what to
 * do.
 *
 * <p><b>Threads:</b> immutable.
 */
record BuildFailures(LoadedWorkspace workspace, BuildAttempt attempt) {
  private static final System.Logger LOG = System.getLogger(BuildFailures.class.getName());

  /** The failure itself if it was foreseen; otherwise one that says where it happened. */
  RebuildException of(Throwable failure) {
    if (failure instanceof RebuildException expected) {
      return expected;
    }
    String where = attempt.progress().pass().wireName().toLowerCase(Locale.ROOT);
    LOG.log(
        System.Logger.Level.ERROR,
        "build of " + workspace.id() + " failed in pass " + where,
        failure);
    return new RebuildException(
        Kind.BUILD_FAILED,
        "build "
            + workspace.id()
            + ": pass "
            + where
            + " failed with "
            + failure.getClass().getSimpleName()
            + ": "
            + failure.getMessage()
            + "; the service's log has the details, it is tried again by itself, or at once by a rebuild");
  }

  RebuildException notLoaded() {
    return new RebuildException(
        Kind.NOT_LOADED, "build " + workspace.id() + ": it was unloaded; load it again");
  }

  RebuildException cancelled(String effect) {
    return new RebuildException(
        Kind.CANCELLED,
        "build " + workspace.id() + " was cancelled: " + effect + "; request it again if wanted");
  }

  static RebuildException ofTree(SourceTreeException failure) {
    return new RebuildException(kindOf(failure), String.valueOf(failure.getMessage()));
  }

  private static Kind kindOf(SourceTreeException failure) {
    return switch (failure.kind()) {
      case ROOT_MISSING -> Kind.ROOT_MISSING;
      case ROOT_NOT_A_FOLDER -> Kind.ROOT_NOT_A_DIRECTORY;
      case ROOT_UNREADABLE -> Kind.ROOT_UNREADABLE;
      case TOO_MANY_FILES -> Kind.BUILD_FAILED;
    };
  }
}
