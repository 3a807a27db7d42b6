package dev.sextant.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The events of the JDK's own service, which has one thread.
 *
 * <p><b>Threads:</b> thread-safe.
 */
final class SystemEvents implements EventSource {
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final WatchService service;

  private SystemEvents(WatchService service) {
    this.service = service;
  }

  static SystemEvents open() throws IOException {
    return new SystemEvents(FileSystems.getDefault().newWatchService());
  }

  @Override
  public WatchKey register(Path folder) throws IOException {
    try {
      return folder.register(service, KINDS);
    } catch (ClosedWatchServiceException lost) {
      throw new IOException("the file system's events were closed", lost);
    }
  }

  @Override
  public Optional<WatchKey> poll(long nanos) throws IOException, InterruptedException {
    try {
      return Optional.ofNullable(service.poll(nanos, TimeUnit.NANOSECONDS));
    } catch (ClosedWatchServiceException lost) {
      throw new IOException("the file system's events were closed", lost);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
