package dev.sextant.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.InflaterInputStream;

/**
 * Finds the tree of a commit among the objects of a repository, loose or packed.
 *
 * <p>What cannot be found or is damaged is unknown, not an error.
 *
 * <p><b>Threads:</b> immutable; blocks on the disk.
 *
 * <p><b>Cost:</b> a few reads a pack.
 */
final class GitObjects {
  private static final int MAX_PACKS = 1_000;
  private static final int MAX_ALTERNATES = 16;

  /** Most bytes of a commit that are looked at. */
  static final int MAX_BYTES = 64 << 10;

  private final Path objects;

  GitObjects(Path objects) {
    this.objects = objects;
  }

  /** The tree of {@code commit} in hexadecimal digits; empty when it is not found. */
  String treeOf(String commit) {
    for (Path folder : folders()) {
      String tree = treeOf(commit, folder);
      if (!tree.isEmpty()) {
        return tree;
      }
    }
    return "";
  }

  /** This folder and those it borrows objects from. */
  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    folders.add(objects);
    Path alternates = objects.resolve("info").resolve("alternates");
    try (InputStream in = Files.newInputStream(alternates)) {
      new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .limit(MAX_ALTERNATES)
          .forEach(line -> folders.add(objects.resolve(line)));
    } catch (IOException | InvalidPathException _) {
      return folders;
    }
    return folders;
  }

  private static String treeOf(String commit, Path folder) {
    Path loose = folder.resolve(commit.substring(0, 2)).resolve(commit.substring(2));
    if (Files.isRegularFile(loose)) {
      try (InputStream in = new InflaterInputStream(Files.newInputStream(loose))) {
        byte[] bytes = in.readNBytes(GitPack.MAX_HEADER + 128);
        int start = 0;
        while (start < bytes.length && bytes[start] != 0) {
          start++;
        }
        return tree(new String(bytes, StandardCharsets.ISO_8859_1).substring(start + 1), commit);
      } catch (IOException | IndexOutOfBoundsException _) {
        return "";
      }
    }
    byte[] id = HexFormat.of().parseHex(commit);
    int left = MAX_PACKS;
    try (DirectoryStream<Path> packs = Files.newDirectoryStream(folder.resolve("pack"), "*.idx")) {
      for (Path index : packs) {
        if (left-- == 0) {
          return "";
        }
        byte[] found = GitPack.read(index, id);
        if (found.length > 0) {
          return tree(new String(found, StandardCharsets.ISO_8859_1), commit);
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return "";
    }
    return "";
  }

  /** The id in the first line of a commit, which must be as long as that of the commit. */
  private static String tree(String text, String commit) {
    int end = text.indexOf('\n');
    boolean wellFormed = text.startsWith("tree ") && end == "tree ".length() + commit.length();
    return wellFormed ? text.substring("tree ".length(), end) : "";
  }

  /** Up to {@link #MAX_BYTES} of what {@code compressed} begins with. */
  static byte[] inflate(byte[] compressed) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      return in.readNBytes(MAX_BYTES);
    }
  }
}
