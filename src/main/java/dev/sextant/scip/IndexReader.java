package dev.sextant.scip;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.sextant.cancellation.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Reads one index, a document at a time.
 *
 * <p><b>Threads:</b> confined to its creating thread; blocks on the disk.
 */
final class IndexReader {
  /** A larger file is refused: what is kept of it would not leave room for a graph. */
  static final long MAX_BYTES = 1L << 30;

  private static final int MAX_DEPTH = 16;

  private final Path file;
  private final Cancellation cancellation;
  private final List<ScipDocument> documents = new ArrayList<>();
  private final List<String> symbols = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  IndexReader(Path file, Cancellation cancellation) {
    this.file = file;
    this.cancellation = cancellation;
  }

  ScipIndex read() {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        throw unusable("it is not a file");
      }
      if (attributes.size() > MAX_BYTES) {
        throw unusable(
            "it has %d bytes, at most %d are read".formatted(attributes.size(), MAX_BYTES));
      }
      try (InputStream bytes =
          new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
        String root = index(CodedInputStream.newInstance(bytes));
        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return new ScipIndex(root, documents, symbols, modified);
      }
    } catch (NoSuchFileException missing) {
      throw unusable("no such file");
    } catch (IOException failure) {
      throw unusable(String.valueOf(failure.getMessage()));
    }
  }

  private String index(CodedInputStream in) throws IOException {
    in.setSizeLimit((int) MAX_BYTES);
    in.setRecursionLimit(MAX_DEPTH);
    Metadata metadata = new Metadata();
    while (!in.isAtEnd()) {
      cancellation.check();
      int tag = in.readTag();
      switch (message(tag)) {
        case ScipFields.INDEX_METADATA -> inside(in, metadata);
        case ScipFields.INDEX_DOCUMENTS -> {
          var document = new DocumentReader(this);
          inside(in, document);
          documents.add(document.read());
        }
        default -> skip(in, tag);
      }
    }
    if (!metadata.seen) {
      throw unusable("it has no metadata, so it is none");
    }
    return metadata.projectRoot;
  }

  /** The number of a symbol, the same for all documents. */
  int number(String symbol) {
    return numbers.computeIfAbsent(symbol, this::added);
  }

  /** A new number for a symbol that only one document knows. */
  int added(String symbol) {
    symbols.add(symbol);
    return symbols.size() - 1;
  }

  /** Takes the fields of one message, one after the other. */
  interface Fields {
    /** Reads the value of the field with this tag, or skips it. */
    void field(int tag, CodedInputStream in) throws IOException;
  }

  /** Hands the fields of the message that starts here to {@code fields}. */
  static void inside(CodedInputStream in, Fields fields) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    while (!in.isAtEnd()) {
      fields.field(in.readTag(), in);
    }
    leave(in, outer);
  }

  /** Ends what {@link CodedInputStream#pushLimit} began; the end of the file is not its end. */
  static void leave(CodedInputStream in, int outer) throws IOException {
    if (in.getBytesUntilLimit() != 0) {
      throw new IOException("it ends in the middle of a message");
    }
    in.popLimit(outer);
  }

  /** The field number of a tag whose value has a length before it; 0 for all others. */
  static int message(int tag) {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
        ? WireFormat.getTagFieldNumber(tag)
        : 0;
  }

  static void skip(CodedInputStream in, int tag) throws IOException {
    if (!in.skipField(tag)) {
      throw new IOException("a group ends that has not begun");
    }
  }

  private UnusableIndexException unusable(String reason) {
    return new UnusableIndexException(file, reason);
  }

  /** The message that says how the index was made. */
  private static final class Metadata implements Fields {
    private boolean seen;
    private String projectRoot = "";

    @Override
    public void field(int tag, CodedInputStream in) throws IOException {
      seen = true;
      if (message(tag) == ScipFields.METADATA_PROJECT_ROOT) {
        projectRoot = in.readStringRequireUtf8();
      } else {
        skip(in, tag);
      }
    }
  }
}
