package dev.sextant.graph;

import java.util.List;

/**
 * The public ids of the symbols of one graph: SCIP symbol strings, rendered from ordinals and
 * resolved back to them.
 *
 * <p>Shape: {@code sextant <language> . . <descriptors>}, such as {@code sextant java . .
 * java/util/ArrayList#grow(int).}. Names that are not simple identifiers stand between backticks,
 * those inside doubled.
 *
 * <ul>
 *   <li>Java: the package split at its dots, then the containers from the top-level type inwards.
 *       The file, which shares its package with others, is {@code java/util/`ArrayList.java`/} and
 *       no part of other ids.
 *   <li>Other languages: the path of the file, one namespace a segment, such as {@code
 *       src/`cart.ts`/Cart#total().}; the file itself is that prefix.
 *   <li>Homonyms, which would have the same id, are told apart by {@code +1}, {@code +2}, ...
 *       behind the disambiguator of a callable, else behind the name, in the order of the graph;
 *       see {@link RankedName} for names that end alike.
 * </ul>
 *
 * <p>Ids are unique inside a graph, and {@link #resolve} undoes {@link #render}. An id outlives its
 * graph: it names the same declaration in the next one while its file or package, containers, name
 * and disambiguator stay; a homonym's id may pass to another one when the first goes away.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Cost:</b> rendering is linear in the id; resolving also in the number of symbols with the
 * same name, and for a Java file in the number of files.
 */
public final class ScipSymbol {
  private static final String SCHEME = "sextant ";
  private static final String NO_PACKAGE = " . . ";

  private final FileTable files;
  private final SymbolTable symbols;
  private final NameIndex names;
  private final Homonyms homonyms;

  ScipSymbol(FileTable files, SymbolTable symbols, NameIndex names, Homonyms homonyms) {
    this.files = files;
    this.symbols = symbols;
    this.names = names;
    this.homonyms = homonyms;
  }

  /** The id of {@code symbol}. */
  public String render(int symbol) {
    int file = files.fileOf(symbol);
    var text = new StringBuilder(96);
    text.append(SCHEME).append(files.language(file)).append(NO_PACKAGE);
    appendDescriptors(text, file, symbol);
    return text.toString();
  }

  /** The symbol with this id, or -1 when the graph has none or the text is not an id. */
  public int resolve(String id) {
    int languageEnd = id.indexOf(NO_PACKAGE, SCHEME.length());
    if (!id.startsWith(SCHEME) || languageEnd < 0) {
      return -1;
    }
    List<Descriptor> parts = Descriptor.parse(id.substring(languageEnd + NO_PACKAGE.length()));
    if (parts.isEmpty()) {
      return -1;
    }
    int found = resolveNamed(id, parts);
    boolean mayBeFile = parts.getLast().form() == DescriptorForm.NAMESPACE;
    return found < 0 && mayBeFile ? resolveFile(id, parts) : found;
  }

  /**
   * Whether ids of this language begin with a package that several files share, instead of the
   * file's path.
   */
  static boolean namesPackages(String language) {
    return language.equals("java");
  }

  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void appendDescriptors(StringBuilder text, int file, int symbol) {
    int container = symbols.container(symbol);
    if (container < 0) {
      appendFile(text, file, symbol);
      return;
    }
    boolean topLevel = symbols.container(container) < 0;
    if (topLevel && namesPackages(files.language(file))) {
      appendPackage(text, file);
    } else {
      appendDescriptors(text, file, container);
    }
    descriptor(symbol).appendTo(text);
  }

  private void appendFile(StringBuilder text, int file, int symbol) {
    String path = files.path(file);
    String[] segments = {path};
    if (namesPackages(files.language(file))) {
      appendPackage(text, file);
      segments[0] = new RankedName(fileName(path), homonyms.rank(symbol)).text();
    } else {
      segments = path.split("/", -1);
    }
    for (String segment : segments) {
      new Descriptor(DescriptorForm.NAMESPACE, segment, "").appendTo(text);
    }
  }

  private void appendPackage(StringBuilder text, int file) {
    String name = names.get(files.namespaceNameId(file));
    if (!name.isEmpty()) {
      for (String segment : name.split("\\.", -1)) {
        new Descriptor(DescriptorForm.NAMESPACE, segment, "").appendTo(text);
      }
    }
  }

  private Descriptor descriptor(int symbol) {
    DescriptorForm form = DescriptorForm.of(symbols.kind(symbol));
    int rank = homonyms.rank(symbol);
    String name = symbols.name(symbol);
    return form == DescriptorForm.METHOD
        ? new Descriptor(form, name, new RankedName(symbols.disambiguator(symbol), rank).text())
        : new Descriptor(form, new RankedName(name, rank).text(), "");
  }

  private int resolveNamed(String id, List<Descriptor> parts) {
    Descriptor last = parts.getLast();
    boolean isMethod = last.form() == DescriptorForm.METHOD;
    RankedName ranked = RankedName.parse(isMethod ? last.disambiguator() : last.name());
    int name = names.find(isMethod ? last.name() : ranked.name());
    int disambiguator = isMethod ? names.find(ranked.name()) : -1;
    int owner = parts.size() > 1 ? ownName(parts.get(parts.size() - 2)) : -1;
    for (int i = 0; name >= 0 && i < names.symbolCount(name); i++) {
      int symbol = names.symbol(name, i);
      // Common names are borne by thousands: what is cheap to compare goes before rendering.
      boolean fits =
          DescriptorForm.of(symbols.kind(symbol)) == last.form()
              && (!isMethod || symbols.disambiguatorId(symbol) == disambiguator)
              && isIn(owner, symbol)
              && homonyms.rank(symbol) == ranked.rank();
      if (fits && render(symbol).equals(id)) {
        return symbol;
      }
    }
    return -1;
  }

  /** The name id of the symbol that a part of an id stands for, or -1. */
  private int ownName(Descriptor part) {
    return names.find(
        part.form() == DescriptorForm.METHOD ? part.name() : RankedName.parse(part.name()).name());
  }

  /** Whether {@code symbol} stands at the top of a file or in a symbol named {@code owner}. */
  private boolean isIn(int owner, int symbol) {
    int container = symbols.container(symbol);
    return container < 0 || symbols.container(container) < 0 || symbols.nameId(container) == owner;
  }

  private int resolveFile(String id, List<Descriptor> parts) {
    int byPath = files.find(String.join("/", parts.stream().map(Descriptor::name).toList()));
    if (byPath >= 0 && render(files.firstSymbol(byPath)).equals(id)) {
      return files.firstSymbol(byPath);
    }
    String name = RankedName.parse(parts.getLast().name()).name();
    for (int file = 0; file < files.count(); file++) {
      boolean fits = namesPackages(files.language(file)) && files.path(file).endsWith(name);
      if (fits && render(files.firstSymbol(file)).equals(id)) {
        return files.firstSymbol(file);
      }
    }
    return -1;
  }
}
