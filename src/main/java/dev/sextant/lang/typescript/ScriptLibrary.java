package dev.sextant.lang.typescript;

import dev.sextant.lang.ExternalLibrary;
import dev.sextant.lang.ExternalLibraryBuilder;
import dev.sextant.lang.FileFacts;
import dev.sextant.syntax.Grammar;
import dev.sextant.syntax.ParseLimits;
import dev.sextant.syntax.ParseOutcome;
import dev.sextant.syntax.SyntaxParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The types that every script finds without declaring them, read from a declaration file of this
 * program.
 */
public final class ScriptLibrary {
  private static final String RESOURCE = "globals.d.ts";

  private ScriptLibrary() {}

  /**
   * Reads it.
   *
   * <p><b>Cost:</b> parses the file each time; a process opens it once.
   *
   * @throws IOException when this program was packaged without it
   */
  public static ExternalLibrary open() throws IOException {
    try (InputStream in = ScriptLibrary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(
            "the library of script globals is missing from this program: build it with Maven");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static ExternalLibrary read(String text) throws IOException {
    var library = new ExternalLibraryBuilder();
    var extractor = new ScriptExtractor(Grammar.TYPESCRIPT);
    try (SyntaxParser parser = SyntaxParser.open()) {
      for (String declaration : text.split("\n\n", -1)) {
        byte[] bytes = declaration.getBytes(StandardCharsets.UTF_8);
        ParseOutcome outcome =
            parser.parse(Grammar.TYPESCRIPT, bytes, bytes.length, ParseLimits.STANDARD);
        if (!(outcome instanceof ParseOutcome.Parsed parsed)) {
          throw new IOException("cannot read the library of script globals: build anew");
        }
        FileFacts facts = extractor.extract(parsed.tree(), bytes, bytes.length, RESOURCE);
        if (facts.declarationCount() > 1) {
          library.add(TypeScriptLanguage.GLOBALS, facts.string(facts.name(1)), facts);
        }
      }
    }
    return library.build();
  }
}
