package dev.sextant.rebuild;

import dev.sextant.workspace.RebuildMode;
import java.time.Duration;
import java.util.List;

/**
 * The end of a build, for whoever counts builds.
 *
 * @param workspace the id of the workspace
 * @param mode how much the build looked at
 * @param ending how it ended
 * @param took from its start to its end
 * @param passes the passes that ran to their end, in order
 */
public record RebuildEnded(
    String workspace, RebuildMode mode, Ending ending, Duration took, List<PassTime> passes) {
  /** Copies the passes. */
  public RebuildEnded {
    passes = List.copyOf(passes);
  }

  /** The ways in which a build ends. */
  public enum Ending {
    /** Its graph is served. */
    PUBLISHED("published"),
    /** The graph of an earlier process is served; nothing was built. */
    RESTORED("restored"),
    /** No file differs from the graph that is served; nothing was built. */
    UNCHANGED("unchanged"),
    /** It failed; the graph before it is served. */
    FAILED("failed"),
    /** It was refused before it began to read files; everything is as it was. */
    REFUSED("refused"),
    /** It was cancelled; the graph before it is served. */
    CANCELLED("cancelled"),
    /** It was given up for one that has later changes too; the graph before it is served. */
    SUPERSEDED("superseded");

    private final String wireName;

    Ending(String wireName) {
      this.wireName = wireName;
    }

    /** The name by which metrics call it. */
    public String wireName() {
      return wireName;
    }
  }
}
