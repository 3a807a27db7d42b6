package dev.sextant.syntax;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each worker of this process is parsing at the moment, written where a later process finds
 * it.
 *
 * <p>A parser is native code and a text may take the process down with it. The next process to open
 * a journal in the same folder finds the dead one's taken slots and puts those files in {@link
 * Quarantine}. Several processes may share the folder: each has a file of its own and holds a lock
 * on it, which ends with the process; a file without a lock is a dead one's. A process that ends in
 * order closes its journal, which accuses no file.
 *
 * <p><b>Threads:</b> open and close from one thread; each {@link Slot} belongs to one worker.
 *
 * <p><b>Cost:</b> a slot is taken and freed by writes to a mapped page: no system call.
 */
public final class ParseJournal implements AutoCloseable {
  private static final String PREFIX = "parse-";
  private static final String SUFFIX = ".journal";
  private static final String QUARANTINE = "quarantine";
  private static final String LOCK = "quarantine.lock";

  /** Guards opening within this process; the lock file guards it between processes. */
  private static final Object OPENING = new Object();

  private final ByteBuffer journal;
  private final int slots;
  private final Recovery recovery;
  private final Optional<Kept> kept;
  private final Optional<IOException> failure;

  private ParseJournal(
      ByteBuffer journal,
      int slots,
      Recovery recovery,
      Optional<Kept> kept,
      Optional<IOException> failure) {
    this.journal = journal;
    this.slots = slots;
    this.recovery = recovery;
    this.kept = kept;
    this.failure = failure;
  }

  /** What lies on the disk. */
  private record Kept(Path file, FileChannel channel) {
    void giveUp() {
      try {
        try {
          Files.deleteIfExists(file);
        } finally {
          channel.close();
        }
      } catch (IOException left) {
        // A later process finds free slots in it, and deletes it.
        System.getLogger(ParseJournal.class.getName())
            .log(System.Logger.Level.WARNING, "deleting " + file + " failed", left);
      }
    }
  }

  /** What dead processes left: their files, and those with them that are in quarantine now. */
  private record Recovery(List<QuarantinedFile> found, List<Path> dead, Quarantine quarantine) {}

  /**
   * Opens a journal with a slot for each worker in a folder, which is made if need be, after
   * putting in quarantine what dead processes were parsing.
   *
   * <p><b>Errors:</b> none of the folder: where nothing can be written, as on a full disk, the
   * journal lies in memory and {@link #failure} says why; then no later process learns what this
   * one was parsing. Damaged files in it are deleted.
   */
  public static ParseJournal open(Path folder, int slots) {
    if (slots < 1 || slots > JournalFile.MOST_SLOTS) {
      throw new IllegalArgumentException(
          "a parse journal has from 1 to " + JournalFile.MOST_SLOTS + " slots, not " + slots);
    }
    synchronized (OPENING) {
      try {
        return openKept(folder, slots);
      } catch (IOException refused) {
        return new ParseJournal(
            JournalFile.inMemory(slots),
            slots,
            readable(folder),
            Optional.empty(),
            Optional.of(refused));
      }
    }
  }

  private static ParseJournal openKept(Path folder, int slots) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel lockFile =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock on " + folder.resolve(LOCK) + " was lost");
      }
      return create(folder, slots, recover(folder));
    }
  }

  /** What can be read of a folder in which nothing can be written; it is left as it is. */
  private static Recovery readable(Path folder) {
    try {
      return look(folder);
    } catch (IOException _) {
      return new Recovery(List.of(), List.of(), Quarantine.empty());
    }
  }

  /** Why it is not kept for a later process; empty when it is. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** What dead processes were parsing, as found when this journal was opened. */
  public List<QuarantinedFile> found() {
    return recovery.found();
  }

  /** All files in quarantine, as known when this journal was opened. */
  public Quarantine quarantine() {
    return recovery.quarantine();
  }

  /** The slot of a worker, from 0. */
  public Slot slot(int worker) {
    if (worker < 0 || worker >= slots) {
      throw new IndexOutOfBoundsException("slot " + worker + " of a journal with " + slots);
    }
    return new Slot(worker);
  }

  /** Ends the journal in order: what its slots still hold is not held against any file. */
  @Override
  public void close() {
    kept.ifPresent(Kept::giveUp);
  }

  /**
   * The place where one worker writes what it parses.
   *
   * <p><b>Threads:</b> confined to the worker.
   */
  public final class Slot {
    private final int slot;

    private Slot(int slot) {
      this.slot = slot;
    }

    /**
     * Says that a file is about to be parsed. {@code path} is any name that finds the file again,
     * {@code stamp} changes with its content. A path longer than the slot is not recorded.
     */
    public void enter(String path, long bytes, long stamp) {
      byte[] name = path.getBytes(StandardCharsets.UTF_8);
      if (name.length <= JournalFile.LONGEST_PATH) {
        JournalFile.take(journal, slot, name, bytes, stamp);
      }
    }

    /** Says that it was survived. */
    public void leave() {
      JournalFile.free(journal, slot);
    }
  }

  private static ParseJournal create(Path folder, int slots, Recovery recovery) throws IOException {
    for (int number = 0; ; number++) {
      Path file = folder.resolve(ownPrefix() + number + SUFFIX);
      FileChannel channel;
      try {
        channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      try {
        if (channel.tryLock() == null) {
          throw new IOException("another process locked " + file + " as it was made");
        }
        return new ParseJournal(
            JournalFile.create(channel, slots),
            slots,
            recovery,
            Optional.of(new Kept(file, channel)),
            Optional.empty());
      } catch (IOException e) {
        channel.close();
        Files.deleteIfExists(file);
        throw e;
      }
    }
  }

  /** How the names of this process's own journals start. */
  private static String ownPrefix() {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return PREFIX + self.pid() + "-" + started + "-";
  }

  private static Recovery recover(Path folder) throws IOException {
    Recovery recovery = look(folder);
    if (!recovery.found().isEmpty()) {
      recovery.quarantine().write(folder.resolve(QUARANTINE));
    }
    // Only now: until the quarantine is written the journals are all there is.
    for (Path journal : recovery.dead()) {
      Files.deleteIfExists(journal);
    }
    return recovery;
  }

  private static Recovery look(Path folder) throws IOException {
    List<QuarantinedFile> found = new ArrayList<>();
    List<Path> dead = new ArrayList<>();
    // A lock is lost when its process closes any channel of the file: ours must not be opened here.
    String own = ownPrefix();
    try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path journal : journals) {
        if (!journal.getFileName().toString().startsWith(own) && readDead(journal, found)) {
          dead.add(journal);
        }
      }
    }
    Quarantine quarantine = Quarantine.read(folder.resolve(QUARANTINE));
    return new Recovery(
        List.copyOf(found), dead, found.isEmpty() ? quarantine : quarantine.with(found));
  }

  /** Whether a journal is a dead process's; adds what that was parsing. */
  private static boolean readDead(Path journal, List<QuarantinedFile> found) {
    try (FileChannel channel =
        FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return false;
      }
      JournalFile.taken(channel).ifPresent(found::addAll);
      return true;
    } catch (IOException e) {
      // Not readable or not lockable: another user's, or no file. It must not keep us from
      // starting.
      return false;
    }
  }
}
