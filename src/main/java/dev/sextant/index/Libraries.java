package dev.sextant.index;

import dev.sextant.lang.classfile.PlatformLibrary;
import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.resolve.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that builds reckon with besides their own sources: the Java platform, opened when
 * it is first needed and kept for all builds.
 *
 * <p><b>Threads:</b> safe; the first to ask opens it while others wait.
 */
public final class Libraries {
  private @Nullable Library platform;

  /** Nothing is opened yet. */
  public Libraries() {}

  /** What files of these kinds may refer to. */
  List<Library> of(List<ExtractedFile> files) {
    boolean java = files.stream().anyMatch(file -> file.unit().language() instanceof JavaLanguage);
    return java ? List.of(platform()) : List.of();
  }

  private synchronized Library platform() {
    Library opened = platform;
    if (opened == null) {
      try {
        opened = new Library(new JavaLanguage(), PlatformLibrary.open());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      platform = opened;
    }
    return opened;
  }
}
