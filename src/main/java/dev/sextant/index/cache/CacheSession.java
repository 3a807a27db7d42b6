package dev.sextant.index.cache;

import dev.sextant.lang.FactsPacker;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The use that one build makes of the cache: what was kept before is found, what is added is kept
 * for later ones.
 *
 * <p><b>Threads:</b> shared by the workers of the build; each asks through a {@link WorkerCache} of
 * its own. Closed after them.
 */
public final class CacheSession implements AutoCloseable {
  private final Optional<SegmentFolder> folder;
  private final String extractor;
  private final List<Segment> segments;
  private final boolean[] old;
  private final EntryTable table;
  private final @Nullable FileChannel[] channels;
  private final boolean[] gone;
  private final AtomicInteger damaged = new AtomicInteger();
  private List<Entry> pending = new ArrayList<>();
  private long pendingBytes;
  private volatile @Nullable IOException failure;

  private CacheSession(
      Optional<SegmentFolder> folder,
      String extractor,
      List<Segment> segments,
      @Nullable IOException failure) {
    this.folder = folder;
    this.extractor = extractor;
    this.segments = segments;
    this.failure = failure;
    table = new EntryTable(segments);
    channels = new FileChannel[segments.size()];
    gone = new boolean[segments.size()];
    old = new boolean[segments.size()];
    long newer = 0;
    for (int i = segments.size() - 1; i >= 0; i--) {
      old[i] = newer > folder.orElseThrow().limitBytes() / 2;
      newer += segments.get(i).sizeBytes();
    }
  }

  static CacheSession off() {
    return new CacheSession(Optional.empty(), "", List.of(), null);
  }

  static CacheSession broken(IOException failure) {
    return new CacheSession(Optional.empty(), "", List.of(), failure);
  }

  static CacheSession on(SegmentFolder folder, String extractor) throws IOException {
    List<Path> unreadable = new ArrayList<>();
    List<Segment> segments = folder.open(unreadable);
    var session = new CacheSession(Optional.of(folder), extractor, segments, null);
    for (Path file : unreadable) {
      session.damaged();
      Files.deleteIfExists(file);
    }
    return session;
  }

  /** The access of one more worker, which unpacks with {@code packer}. */
  public WorkerCache worker(FactsPacker packer) {
    return new WorkerCache(this, packer);
  }

  /** How many entries and segments were damaged so far; they are as good as absent. */
  public int damagedCount() {
    return damaged.get();
  }

  /** Why nothing more is kept, if that is so. */
  public Optional<String> failure() {
    IOException failed = failure;
    return Optional.ofNullable(failed).map(IOException::toString);
  }

  /** Whether asking has any use. */
  boolean isOn() {
    return folder.isPresent();
  }

  String extractor() {
    return extractor;
  }

  void damaged() {
    damaged.incrementAndGet();
  }

  /** The bytes that were kept under {@code key}. */
  Optional<byte[]> find(CacheKey key) {
    int found = table.find(key);
    if (found < 0) {
      return Optional.empty();
    }
    int number = table.segment(found);
    try {
      Optional<FileChannel> channel = channel(number);
      if (channel.isEmpty()) {
        return Optional.empty();
      }
      Optional<byte[]> bytes =
          segments.get(number).read(channel.get(), table.entry(found), table.offset(found));
      if (bytes.isEmpty()) {
        damaged();
      } else if (old[number]) {
        add(new Entry(key, bytes.get()));
      }
      return bytes;
    } catch (IOException unreadable) {
      // As good as absent: the file itself is read instead.
      return Optional.empty();
    }
  }

  private synchronized Optional<FileChannel> channel(int number) throws IOException {
    if (channels[number] == null && !gone[number]) {
      gone[number] = true;
      channels[number] = segments.get(number).channel().orElse(null);
    }
    return Optional.ofNullable(channels[number]);
  }

  /** Keeps an entry. */
  void add(Entry entry) {
    if (failure != null) {
      return;
    }
    List<Entry> full = List.of();
    synchronized (this) {
      pending.add(entry);
      pendingBytes += Segment.ROW_BYTES + entry.bytes().length;
      if (pendingBytes >= folder.orElseThrow().segmentBytes()) {
        full = takePending();
      }
    }
    write(full);
  }

  private synchronized List<Entry> takePending() {
    List<Entry> taken = pending;
    pending = new ArrayList<>();
    pendingBytes = 0;
    return taken;
  }

  private void write(List<Entry> entries) {
    if (entries.isEmpty() || failure != null) {
      return;
    }
    try {
      folder.orElseThrow().add(entries);
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Writes what was added. */
  @Override
  public void close() {
    write(takePending());
    for (FileChannel channel : channels) {
      if (channel != null) {
        try {
          channel.close();
        } catch (IOException unread) {
          // It was only read from.
        }
      }
    }
  }
}
