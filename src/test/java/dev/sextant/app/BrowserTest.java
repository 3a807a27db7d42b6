package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
  private static final String ADDRESS = "http://127.0.0.1:7433/page";

  @TempDir Path folder;

  @Test
  void triesTheUsersChoiceBeforeTheSystems() {
    assertThat(Browser.of("firefox --new-tab %s: w3m", "Linux").commands())
        .containsExactly(
            List.of("firefox", "--new-tab", "%s"), List.of("w3m"), List.of("xdg-open"));
    assertThat(Browser.of("", "Mac OS X").commands()).containsExactly(List.of("open"));
  }

  @Test
  void passesTheAddressToTheFirstThatCanBeStarted() throws Exception {
    Path shown = folder.resolve("shown");
    List<String> missing = List.of(folder.resolve("missing").toString());

    Process appended = new Browser(List.of(missing, writer(shown))).open(ADDRESS).orElseThrow();

    assertThat(appended.waitFor()).isZero();
    assertThat(shown).hasContent(ADDRESS);
  }

  @Test
  void putsTheAddressWhereTheCommandWantsIt() throws Exception {
    Path shown = folder.resolve("shown");
    List<String> command = List.of(writer(shown).getFirst(), "to=%s");

    assertThat(new Browser(List.of(command)).open(ADDRESS).orElseThrow().waitFor()).isZero();

    assertThat(shown).hasContent("to=" + ADDRESS);
  }

  @Test
  void saysThatNoneCouldBeStarted() {
    List<String> missing = List.of(folder.resolve("missing").toString());

    assertThat(new Browser(List.of(missing)).open(ADDRESS)).isEmpty();
  }

  private List<String> writer(Path target) throws IOException {
    Path script = folder.resolve("browser");
    Files.writeString(script, "#!/bin/sh\necho \"$*\" >'%s'\n".formatted(target));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return List.of(script.toString());
  }
}
