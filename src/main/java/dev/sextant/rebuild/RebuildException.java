package dev.sextant.rebuild;

import java.util.Optional;

/** A request to the runtime that could not be met; the message says what to do. */
public final class RebuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String message;
  private final transient Optional<OverBudget> overBudget;

  RebuildException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.message = message;
    this.overBudget = Optional.empty();
  }

  RebuildException(OverBudget overBudget, String message) {
    super(message, null, false, false);
    this.kind = Kind.OVER_BUDGET;
    this.message = message;
    this.overBudget = Optional.of(overBudget);
  }

  /** The figures of a refusal of kind {@link Kind#OVER_BUDGET}. */
  public Optional<OverBudget> overBudget() {
    return overBudget;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The ways in which a request cannot be met. */
  public enum Kind {
    /** Nothing is at the root. */
    ROOT_MISSING("rootMissing"),
    /** Something else than a folder is at the root. */
    ROOT_NOT_A_DIRECTORY("rootNotADirectory"),
    /** The root cannot be read. */
    ROOT_UNREADABLE("rootUnreadable"),
    /** The root is relative, and the service has no folder that it could be relative to. */
    ROOT_NOT_ABSOLUTE("rootNotAbsolute"),
    /** The root lies outside the folders that may be loaded. */
    ROOT_NOT_ALLOWED("rootNotAllowed"),
    /** Nothing, or no file, is where a SCIP index should be. */
    SCIP_MISSING("scipMissing"),
    /** The SCIP index lies outside the root and the folders that may be loaded. */
    SCIP_NOT_ALLOWED("scipNotAllowed"),
    /** The build failed. */
    BUILD_FAILED("buildFailed"),
    /** The build was cancelled and has published nothing. */
    CANCELLED("cancelled"),
    /** There is no such workspace, or it was unloaded or evicted. */
    NOT_LOADED("notLoaded"),
    /** The workspace is pinned. */
    PINNED("pinned"),
    /** A build is under way that must end first. */
    BUILDING("building"),
    /** There is no room for it in the memory budget. */
    OVER_BUDGET("memoryBudget"),
    /** The runtime takes no more requests for now. */
    BUSY("busy");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name clients see, in camel case. */
    public String wireName() {
      return wireName;
    }

    /** Whether the same request may succeed a moment later without anybody doing anything. */
    public boolean isRetryable() {
      return this == CANCELLED || this == BUILDING || this == BUSY;
    }
  }
}
