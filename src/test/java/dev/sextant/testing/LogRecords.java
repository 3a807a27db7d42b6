package dev.sextant.testing;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class writes to its log, until this is closed. */
public final class LogRecords extends Handler implements AutoCloseable {
  // Held: a logger that nobody holds loses its handlers.
  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private LogRecords(Logger logger) {
    this.logger = logger;
  }

  /** Begins to note what {@code writer} writes. */
  public static LogRecords of(Class<?> writer) {
    LogRecords records = new LogRecords(Logger.getLogger(writer.getName()));
    records.logger.addHandler(records);
    return records;
  }

  /** The messages of that level, in order. */
  public List<String> messages(Level level) {
    return records.stream()
        .filter(one -> one.getLevel().intValue() == level.intValue())
        .map(one -> MessageFormat.format(one.getMessage(), one.getParameters()))
        .toList();
  }

  @Override
  public void publish(LogRecord written) {
    records.add(written);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
