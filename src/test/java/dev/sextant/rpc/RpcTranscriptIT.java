package dev.sextant.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the recorded conversations with the packaged service; it has none of the test's own
 * methods.
 */
class RpcTranscriptIT {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

  @TempDir static Path stateFolder;

  private static PackagedService service;

  @BeforeAll
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  static void start() throws IOException {
    service = PackagedService.start(stateFolder);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void holdsTheConversation(Path transcript) throws IOException {
    Transcript.read(transcript).replay(service.address());
  }

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
