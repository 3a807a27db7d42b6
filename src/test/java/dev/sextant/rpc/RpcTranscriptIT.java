package dev.sextant.rpc;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the recorded conversations with the packaged service; it has none of the test's own
 * methods.
 */
@QuarkusIntegrationTest
class RpcTranscriptIT {
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

  @TestHTTPResource("/rpc")
  URI http;

  @ParameterizedTest
  @MethodSource("transcripts")
  void holdsTheConversation(Path transcript) throws IOException {
    URI uri = URI.create(http.toString().replaceFirst("^http", "ws"));

    Transcript.read(transcript).replay(uri);
  }

  static List<Path> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
