package dev.sextant.health;

/** The metrics of the runtime: name, description, tags. */
public final class MetricNames {
  /** Gauge by {@link #STATE}. */
  public static final String WORKSPACES = "sextant.workspaces";

  /** What {@link #WORKSPACES} counts. */
  public static final String WORKSPACES_DESCRIPTION = "Workspaces that are known, by state";

  /** Gauge by {@link #MODE}. */
  public static final String WATCHES = "sextant.watches";

  /** What {@link #WATCHES} counts. */
  public static final String WATCHES_DESCRIPTION =
      "Workspaces that are known, by how changes of their files are noticed";

  /** Timer by {@link #PASS}. */
  public static final String REBUILD_PASS = "sextant.rebuild.pass";

  /** What {@link #REBUILD_PASS} measures. */
  public static final String REBUILD_PASS_DESCRIPTION = "Time of one pass that ran to its end";

  /** Timer by {@link #MODE} and {@link #OUTCOME}. */
  public static final String REBUILD = "sextant.rebuild";

  /** What {@link #REBUILD} measures. */
  public static final String REBUILD_DESCRIPTION = "Time of one build, from its start to its end";

  /** Gauge in bytes by {@link #KIND}. */
  public static final String GRAPH_BYTES = "sextant.graph.bytes";

  /** What {@link #GRAPH_BYTES} measures. */
  public static final String GRAPH_BYTES_DESCRIPTION =
      "Bytes of graphs: loaded ones are served, retained ones only read by who began before";

  /** Gauge without tags. */
  public static final String LEASES = "sextant.leases";

  /** What {@link #LEASES} counts. */
  public static final String LEASES_DESCRIPTION = "Graphs being read right now";

  /** Gauge without tags. */
  public static final String GRAPHS_OVERDUE = "sextant.graphs.overdue";

  /** What {@link #GRAPHS_OVERDUE} counts. */
  public static final String GRAPHS_OVERDUE_DESCRIPTION =
      "Superseded graphs that are read for longer than the drain timeout";

  /** Timer without tags. */
  public static final String SNAPSHOT_WRITE = "sextant.snapshot.write";

  /** What {@link #SNAPSHOT_WRITE} measures. */
  public static final String SNAPSHOT_WRITE_DESCRIPTION =
      "Time of one write of a snapshot that is on the disk";

  /** Counter without tags. */
  public static final String SNAPSHOT_WRITE_FAILURES = "sextant.snapshot.write.failures";

  /** What {@link #SNAPSHOT_WRITE_FAILURES} counts. */
  public static final String SNAPSHOT_WRITE_FAILURES_DESCRIPTION =
      "Snapshots that could not be written";

  /** Timer without tags. */
  public static final String SNAPSHOT_OPEN = "sextant.snapshot.open";

  /** What {@link #SNAPSHOT_OPEN} measures. */
  public static final String SNAPSHOT_OPEN_DESCRIPTION =
      "Time from the wish for a graph to its being served from a snapshot";

  /** Counter by {@link #CAUSE}. */
  public static final String SNAPSHOT_REFUSALS = "sextant.snapshot.refusals";

  /** What {@link #SNAPSHOT_REFUSALS} counts. */
  public static final String SNAPSHOT_REFUSALS_DESCRIPTION =
      "Snapshots that were not used, by why; their graphs are built";

  /** Tag: why something was refused. */
  public static final String CAUSE = "cause";

  /** Tag: the state of a workspace. */
  public static final String STATE = "state";

  /** Tag: the pass of a build. */
  public static final String PASS = "pass";

  /** Tag: how much a build looked at, or how files are watched. */
  public static final String MODE = "mode";

  /** Tag: how a build ended. */
  public static final String OUTCOME = "outcome";

  /** Tag: why bytes are occupied. */
  public static final String KIND = "kind";

  private MetricNames() {}
}
