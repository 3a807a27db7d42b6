package dev.sextant.index.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The segments of a cache, in a folder that several processes may share.
 *
 * <p>Segments are numbered as they come; the oldest go when there are too many bytes. A segment is
 * written under another name and gets its own when it is whole. Whoever changes the folder holds
 * the lock of its lock file; readers need none, to them a segment that is gone is one without
 * entries.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class SegmentFolder {
  private static final String SUFFIX = ".segment";
  private static final int MOST_SMALL = 32;
  private static final int SMALL_SHARE = 8;
  private static final long LARGEST_SEGMENT = 8L << 20;
  private static final long SMALLEST_SEGMENT = 4L << 10;
  private static final int SEGMENTS_AT_LEAST = 16;

  /** Guards changes within this process; the lock file guards them between processes. */
  private static final Object CHANGING = new Object();

  private final Path folder;
  private final long limitBytes;

  SegmentFolder(Path folder, long limitBytes) {
    this.folder = folder;
    this.limitBytes = limitBytes;
  }

  /** A file of the folder that has a segment's name. */
  private record Listed(Path file, long number, long sizeBytes) {}

  /** The most bytes the segments may have together. */
  long limitBytes() {
    return limitBytes;
  }

  /** How large segments become. */
  long segmentBytes() {
    return Math.clamp(limitBytes / SEGMENTS_AT_LEAST, SMALLEST_SEGMENT, LARGEST_SEGMENT);
  }

  /**
   * The segments that can be read, oldest first.
   *
   * @param damaged gets the files that cannot
   */
  List<Segment> open(List<Path> damaged) throws IOException {
    Files.createDirectories(folder);
    List<Segment> segments = new ArrayList<>();
    for (Listed listed : list()) {
      try {
        Optional<Segment> segment = Segment.open(listed.file());
        segment.ifPresentOrElse(segments::add, () -> damaged.add(listed.file()));
      } catch (NoSuchFileException gone) {
        // Another process had no more room for it.
      }
    }
    return segments;
  }

  /** Adds a segment, after making room for it. */
  void add(List<Entry> entries) throws IOException {
    synchronized (CHANGING) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        if (lock.isValid() && makeRoom(Segment.sizeOf(entries))) {
          List<Listed> all = list();
          long number = all.isEmpty() ? 1 : all.getLast().number() + 1;
          write(entries, folder.resolve("%016x".formatted(number) + SUFFIX));
          mergeSmall();
        }
      }
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.lock();
    } catch (OverlappingFileLockException e) {
      throw new IOException("this process has locked the facts cache already", e);
    }
  }

  /** Whether there is room now; nothing goes for what would not fit an empty folder. */
  private boolean makeRoom(long bytes) throws IOException {
    if (bytes > limitBytes) {
      return false;
    }
    List<Listed> all = list();
    long total = 0;
    for (Listed listed : all) {
      total += listed.sizeBytes();
    }
    for (int i = 0; i < all.size() && total + bytes > limitBytes; i++) {
      Files.deleteIfExists(all.get(i).file());
      total -= all.get(i).sizeBytes();
    }
    return true;
  }

  private void write(List<Entry> entries, Path file) throws IOException {
    Path part = folder.resolve("new.part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer[] parts = Segment.write(entries);
        for (int at = 0; at < parts.length; ) {
          channel.write(parts, at, parts.length - at);
          while (at < parts.length && !parts[at].hasRemaining()) {
            at++;
          }
        }
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Builds that extract little leave small segments: many of them become one. */
  private void mergeSmall() throws IOException {
    List<Listed> small = new ArrayList<>();
    for (Listed listed : list()) {
      if (listed.sizeBytes() < segmentBytes() / SMALL_SHARE) {
        small.add(listed);
      }
    }
    if (small.size() <= MOST_SMALL) {
      return;
    }
    Map<CacheKey, Entry> entries = new LinkedHashMap<>();
    List<Listed> merged = new ArrayList<>();
    long size = 0;
    for (Listed listed : small) {
      if (size + listed.sizeBytes() <= segmentBytes()) {
        size += listed.sizeBytes();
        merged.add(listed);
        readAll(listed.file(), entries);
      }
    }
    // First the one that has all, in the place of the newest: at no moment is an entry missing.
    write(List.copyOf(entries.values()), merged.removeLast().file());
    for (Listed listed : merged) {
      Files.deleteIfExists(listed.file());
    }
  }

  private static void readAll(Path file, Map<CacheKey, Entry> to) throws IOException {
    Optional<Segment> opened = Segment.open(file);
    if (opened.isEmpty()) {
      return;
    }
    Segment segment = opened.get();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long offset = segment.start();
      for (int entry = 0; entry < segment.entryCount(); entry++) {
        CacheKey key = segment.key(entry);
        segment.read(channel, entry, offset).ifPresent(bytes -> to.put(key, new Entry(key, bytes)));
        offset += segment.length(entry);
      }
    }
  }

  /** The files that have a segment's name, in order. */
  private List<Listed> list() throws IOException {
    List<Listed> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        try {
          String number = name.substring(0, name.length() - SUFFIX.length());
          found.add(new Listed(file, Long.parseLong(number, 16), Files.size(file)));
        } catch (NumberFormatException foreign) {
          // Nothing of ours: it stays.
        } catch (NoSuchFileException gone) {
          // Another process had no more room for it.
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(Comparator.comparingLong(Listed::number));
    return found;
  }
}
