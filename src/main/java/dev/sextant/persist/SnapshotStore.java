package dev.sextant.persist;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sextant.graph.GraphSnapshot;
import dev.sextant.graph.SnapshotAttachment;
import dev.sextant.graph.SnapshotExpectations;
import dev.sextant.graph.SnapshotMetadata;
import dev.sextant.graph.SnapshotOrigin;
import dev.sextant.graph.SnapshotOutcome;
import dev.sextant.graph.columns.RefusalCause;
import dev.sextant.index.ChangedFiles;
import dev.sextant.index.IndexResult;
import dev.sextant.index.LinkState;
import dev.sextant.source.ContentHash;
import dev.sextant.workspace.StoredGraph;
import dev.sextant.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The snapshots of all workspaces of a user, one a root.
 *
 * <p><b>Shape:</b> a folder for each root, named by a hash of it, with the file {@value #FILE}; the
 * root itself stands in the file. The time of a file is that of its last use. Beyond the limit, the
 * snapshots go that were not used for longest.
 *
 * <p><b>Threads:</b> thread-safe; other processes may use the folder too. Blocks on the disk.
 */
public final class SnapshotStore {
  private static final System.Logger LOG = System.getLogger(SnapshotStore.class.getName());

  /** How many bytes are kept unless configured: 4 GiB. */
  public static final long USUAL_BYTES = 4L << 30;

  private static final String FILE = "graph.snapshot";
  private static final String BEGUN_AT = "begunAt";

  /** File systems may tell times no finer than this, so a later change may have the same time. */
  private static final Duration COARSEST_TIME = Duration.ofSeconds(2);

  private final SnapshotFolders folders;
  private final long limitBytes;
  private final String producer;
  private final InstantSource clock;

  /**
   * The snapshots in {@code folder}, which is made when it is needed.
   *
   * @param limitBytes how many bytes they may have together; 0 keeps none
   * @param producer stands for the program: snapshots of another one are refused
   */
  public SnapshotStore(Path folder, long limitBytes, String producer, InstantSource clock) {
    this.folders = new SnapshotFolders(folder, FILE);
    this.limitBytes = limitBytes;
    this.producer = producer;
    this.clock = clock;
  }

  /** Whether anything is kept. */
  public boolean isOn() {
    return limitBytes > 0;
  }

  /** Where the snapshot of {@code key} is, or would be. */
  public Path fileOf(WorkspaceKey key) {
    ContentHash hash = ContentHash.of(key.root().toString().getBytes(UTF_8));
    return folders.fileIn("%016x%016x".formatted(hash.high(), hash.low()));
  }

  /** How many bytes the snapshot of {@code key} has, about as many as its graph; 0 for none. */
  public long bytes(WorkspaceKey key) {
    try {
      return isOn() ? Files.size(fileOf(key)) : 0;
    } catch (IOException _) {
      // Opening it says what is wrong with it.
      return 0;
    }
  }

  /**
   * Opens the snapshot of {@code key}.
   *
   * <p><b>Cost:</b> linear in its file.
   */
  public Opening open(WorkspaceKey key) {
    Path file = fileOf(key);
    if (!isOn() || !Files.exists(file)) {
      return new Opening.Absent();
    }
    SnapshotOrigin origin = origin(key, Instant.MAX);
    return switch (GraphSnapshot.open(file, new SnapshotExpectations(origin, limitBytes))) {
      case SnapshotOutcome.Opened opened -> found(file, opened);
      case SnapshotOutcome.Refused refused ->
          new Opening.Refused(refused.cause(), refused.reason(), refused.generation());
      case SnapshotOutcome.Absent _ -> new Opening.Absent();
    };
  }

  /**
   * Deletes what writers that died have left; to be called before this process writes. What cannot
   * be deleted stays.
   */
  public void removeLeftovers() {
    try {
      int removed = folders.removeLeftovers();
      if (removed > 0) {
        LOG.log(
            System.Logger.Level.INFO,
            "{0} snapshots that were never finished are removed",
            removed);
      }
    } catch (IOException unlistable) {
      LOG.log(System.Logger.Level.DEBUG, "removing leftovers", unlistable);
    }
  }

  /**
   * Puts {@code stored} in the place of the snapshot of {@code key}; answers its length in bytes.
   *
   * <p><b>Errors:</b> when it fails, the snapshot is as it was before.
   */
  public long write(WorkspaceKey key, StoredGraph stored) throws IOException {
    IndexResult result = stored.result();
    Instant told = stored.begunAt().minus(COARSEST_TIME);
    SnapshotOrigin origin = origin(key, told);
    Map<String, String> notes = new HashMap<>();
    notes.put(BEGUN_AT, stored.begunAt().toString());
    ReportNotes.write(result.report(), notes);
    long toldNanos = TimeUnit.SECONDS.toNanos(told.getEpochSecond()) + told.getNano();
    var metadata =
        new SnapshotMetadata(
            origin,
            stored.generation(),
            stored.publishedAt(),
            stored.gitState(),
            notes,
            result.tree().withTimesBefore(toldNanos));
    Path file = fileOf(key);
    folders.create(file);
    GraphSnapshot.removeLeftovers(file);
    SnapshotAttachment state =
        result.state().map(LinkState::attachment).orElse(SnapshotAttachment.NONE);
    long length = GraphSnapshot.write(result.graph(), metadata, state, file);
    used(file);
    folders.trim(limitBytes);
    return length;
  }

  private Opening found(Path file, SnapshotOutcome.Opened opened) {
    SnapshotMetadata metadata = opened.metadata();
    try {
      var result =
          new IndexResult(
              opened.graph(),
              ReportNotes.read(metadata.notes()),
              metadata.tree(),
              ChangedFiles.all(opened.graph().files().count()),
              LinkState.restored(opened.graph(), opened.attachment()));
      Instant begunAt = Instant.parse(metadata.notes().getOrDefault(BEGUN_AT, ""));
      used(file);
      return new Opening.Found(
          new StoredGraph(
              metadata.generation(), begunAt, metadata.publishedAt(), metadata.gitState(), result));
    } catch (IllegalArgumentException | DateTimeException unusable) {
      return new Opening.Refused(
          RefusalCause.DAMAGED,
          "%s is not read: its notes cannot be used: %s".formatted(file, unusable.getMessage()),
          OptionalLong.of(metadata.generation()));
    }
  }

  private void used(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException _) {
      // It only goes earlier than it might.
    }
  }

  /**
   * What a snapshot of {@code key} is made of now. An index that was changed at {@code toldBefore}
   * or later counts as one that nothing is made of again, for it may change once more unnoticed.
   */
  private SnapshotOrigin origin(WorkspaceKey key, Instant toldBefore) {
    String index = key.scip().map(file -> " scip=" + stamp(file, toldBefore)).orElse("");
    return new SnapshotOrigin(
        key.root().toString(),
        key.rootMode().wireName(),
        key.configurationFingerprint() + index,
        producer);
  }

  private static String stamp(Path file, Instant toldBefore) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Instant changed = attributes.lastModifiedTime().toInstant();
      return changed.isBefore(toldBefore)
          ? "%s %d bytes of %s".formatted(file, attributes.size(), changed)
          : file + " while it changed";
    } catch (IOException _) {
      return file + " that is gone";
    }
  }
}
