package dev.sextant.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The steps by which editors save a file. */
public enum EditorSave {
  /** Over what was there. */
  DIRECT {
    @Override
    public void save(Path file, String text) throws IOException {
      Files.writeString(file, text);
    }
  },
  /** Vim, which renames the old file to its backup. */
  VIM_RENAMING {
    @Override
    public void save(Path file, String text) throws IOException {
      Path probe = file.resolveSibling("4913");
      Path swap = file.resolveSibling("." + file.getFileName() + ".swp");
      Files.createFile(probe);
      Files.delete(probe);
      Files.writeString(swap, "swap");
      Files.move(file, named(file, "~"));
      Files.writeString(file, text);
      Files.delete(named(file, "~"));
      Files.delete(swap);
    }
  },
  /** Vim, which copies the old file to its backup. */
  VIM_COPYING {
    @Override
    public void save(Path file, String text) throws IOException {
      Files.copy(file, named(file, "~"));
      Files.writeString(file, text);
      Files.delete(named(file, "~"));
    }
  },
  /** The editors of JetBrains, with their safe write. */
  JET_BRAINS {
    @Override
    public void save(Path file, String text) throws IOException {
      Files.writeString(named(file, "___jb_tmp___"), text);
      Files.move(file, named(file, "___jb_old___"));
      Files.move(named(file, "___jb_tmp___"), file);
      Files.delete(named(file, "___jb_old___"));
    }
  },
  /** Visual Studio Code, which empties the file first. */
  VISUAL_STUDIO_CODE {
    @Override
    public void save(Path file, String text) throws IOException {
      Files.writeString(file, "");
      Files.writeString(file, text);
    }
  },
  /** Visual Studio Code, told to save in one step. */
  VISUAL_STUDIO_CODE_ATOMIC {
    @Override
    public void save(Path file, String text) throws IOException {
      Path temporary = named(file, ".vsctmp");
      Files.writeString(temporary, text);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  },
  /** Emacs, with its lock and its auto-save. */
  EMACS {
    @Override
    public void save(Path file, String text) throws IOException {
      Path lock = file.resolveSibling(".#" + file.getFileName());
      Path autoSave = file.resolveSibling("#" + file.getFileName() + "#");
      Files.createSymbolicLink(lock, Path.of("somebody@somewhere.1234:1"));
      Files.writeString(autoSave, text.substring(0, text.length() / 2));
      Files.move(file, named(file, "~"), StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(file, text);
      Files.delete(autoSave);
      Files.delete(lock);
    }
  };

  /** Saves {@code text} to {@code file}, which is there. */
  public abstract void save(Path file, String text) throws IOException;

  private static Path named(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
