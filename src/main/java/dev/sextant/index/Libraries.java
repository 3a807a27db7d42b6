package dev.sextant.index;

import dev.sextant.lang.classfile.PlatformLibrary;
import dev.sextant.lang.java.JavaLanguage;
import dev.sextant.lang.typescript.ScriptLibrary;
import dev.sextant.lang.typescript.TypeScriptLanguage;
import dev.sextant.resolve.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that builds reckon with besides their own sources: the Java platform and what
 * scripts find without declaring it, opened when first needed and kept for all builds.
 *
 * <p><b>Threads:</b> safe; the first to ask opens it while others wait.
 */
public final class Libraries {
  private @Nullable Library platform;
  private @Nullable Library globals;

  /** Nothing is opened yet. */
  public Libraries() {}

  /** What files of these kinds may refer to. */
  List<Library> of(List<ExtractedFile> files) {
    List<Library> found = new ArrayList<>(2);
    if (files.stream().anyMatch(file -> file.unit().language() instanceof JavaLanguage)) {
      found.add(platform());
    }
    if (files.stream().anyMatch(file -> file.unit().language().rules().structural())) {
      found.add(scripts());
    }
    return found;
  }

  private synchronized Library scripts() {
    Library opened = globals;
    if (opened == null) {
      try {
        opened = new Library(new TypeScriptLanguage(), ScriptLibrary.open());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      globals = opened;
    }
    return opened;
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
