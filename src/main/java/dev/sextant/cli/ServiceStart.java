package dev.sextant.cli;

import java.util.Map;

/** Starts the service in this process. */
@FunctionalInterface
public interface ServiceStart {
  /**
   * Runs the service with {@code settings} on top of its configuration.
   *
   * <p><b>Threads:</b> blocks until the service has stopped.
   */
  void run(Map<String, String> settings);
}
