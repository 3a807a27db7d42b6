package dev.sextant.index;

import dev.sextant.graph.Evidence;
import dev.sextant.graph.FileBlock;
import dev.sextant.graph.Role;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.ImportKind;
import dev.sextant.resolve.Declarations;
import dev.sextant.resolve.FileTyping;
import dev.sextant.resolve.World;

/**
 * One worker's linking: makes the block of a file, its symbols first, then its edges.
 *
 * <p><b>Threads:</b> confined to its worker; writes the row of the file it has.
 */
final class BlockWork implements ItemWork {
  private final Linking linking;
  private final World world;
  private final int[] files;

  /** Links those of {@code files} that it is given the positions of. */
  BlockWork(Linking linking, int[] files) {
    this.linking = linking;
    this.files = files;
    world = new World(linking.tables());
  }

  @Override
  public void run(int position) {
    int file = files[position];
    world.begin(file);
    Declarations declarations = linking.declarations();
    ExtractedFile extracted = linking.files().get(file);
    FileFacts facts = declarations.facts(file);
    String namespace =
        declarations.rules(file).packages()
            ? declarations.packageName(file)
            : extracted.unit().path();
    var block =
        new FileBlock.Builder(
            extracted.unit().path(),
            extracted.unit().language().id(),
            declarations.intern(namespace),
            extracted.lines(),
            extracted.contentHash().high(),
            extracted.sizeBytes());
    for (int local = 0; local < facts.declarationCount(); local++) {
      if (linking.symbols().of(file, local) >= 0) {
        symbol(file, facts, local, block);
      }
    }
    var edges = new Edges(declarations, linking.symbols(), file, block);
    resolve(file, edges);
    imports(file, facts, edges);
    block.counts(edges.unresolvedCount(), edges.droppedCount(), extracted.syntaxErrors());
    linking.linked(file, block.build(), world.asked(), references(facts));
  }

  private static int references(FileFacts facts) {
    int count = 0;
    for (int node = 0; node < facts.nodeCount(); node++) {
      count += facts.isReference(node) ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() {
    world.headers(linking::asked);
  }

  private void resolve(int file, Edges edges) {
    Coverage coverage = linking.coverage().orElse(null);
    ScipFile uses = coverage == null ? null : coverage.of(file);
    if (coverage == null || uses == null) {
      new FileTyping(world, file, edges).resolveAll();
      return;
    }
    var compiled = new CompilerEdges(coverage, uses, linking.declarations(), file, edges);
    new FileTyping(world, file, compiled).resolveAll();
    compiled.rest();
  }

  private void symbol(int file, FileFacts facts, int local, FileBlock.Builder block) {
    Declarations declarations = linking.declarations();
    int container =
        local == 0 ? -1 : linking.symbols().enclosing(facts, file, facts.scopeOf(local));
    int symbol =
        block.symbol(
            facts.kind(local),
            declarations.nameId(file, facts.name(local)),
            container,
            facts.nameStart(local),
            facts.nameEnd(local),
            facts.start(local),
            facts.bodyStart(local),
            facts.end(local),
            facts.modifiers(local),
            declarations.intern(disambiguator(facts, local)));
    int declaration = declarations.declaration(file, local);
    int[] above =
        facts.kind(local).isType()
            ? world.writtenSupertypes(declaration)
            : world.overridden(declaration);
    for (int supertype : above) {
      int there = declarations.fileOf(supertype);
      int target = linking.symbols().of(there, declarations.local(supertype));
      if (target >= 0) {
        world.lookAt(supertype);
        block.supertype(symbol, there, target);
      }
    }
  }

  /** The written parameter types: what tells overloads apart, whatever their order. */
  private static String disambiguator(FileFacts facts, int local) {
    int scope = facts.ownScope(local);
    if (scope < 0 || !facts.kind(local).isCallable()) {
      return "";
    }
    var text = new StringBuilder();
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      int type = facts.kind(at) == SymbolKind.PARAMETER ? facts.type(at) : -1;
      if (type >= 0 && facts.form(type) != Form.TYPE_SELF) {
        text.insert(0, text.isEmpty() ? "" : ",").insert(0, written(facts, type));
      }
    }
    return text.toString();
  }

  private static String written(FileFacts facts, int type) {
    int first = facts.first(type);
    return switch (facts.form(type)) {
      case Form.TYPE_ARRAY -> (first < 0 ? "" : written(facts, first)) + "[]";
      case Form.TYPE_UNION -> joined(facts, type, "|");
      case Form.TYPE_INTERSECTION -> joined(facts, type, "&");
      case Form.TYPE_TUPLE -> "[" + joined(facts, type, ";") + "]";
      // These are numbered inside their file.
      case Form.TYPE_OBJECT -> "{}";
      default -> facts.nodeName(type) < 0 ? "_" : facts.string(facts.nodeName(type));
    };
  }

  private static String joined(FileFacts facts, int type, String by) {
    var text = new StringBuilder();
    int list = facts.list(type);
    for (int i = 0; i < facts.listSize(list); i++) {
      text.append(i == 0 ? "" : by).append(written(facts, facts.listItem(list, i)));
    }
    return text.toString();
  }

  private void imports(int file, FileFacts facts, Edges edges) {
    Declarations declarations = linking.declarations();
    for (int row = 0; row < facts.importCount(); row++) {
      int target = world.imports().target(file, row);
      if (target < 0
          || !isInWorkspace(file, target)
          || facts.importStart(row) == facts.importEnd(row)) {
        continue;
      }
      int declaration =
          declarations.rules(file).packages() ? target : moduleMember(target, file, facts, row);
      if (declaration >= 0 && declarations.isInWorkspace(declaration)) {
        world.lookAt(declaration);
        edges.at(
            0,
            facts.importStart(row),
            facts.importEnd(row),
            declaration,
            Role.IMPORT,
            Evidence.EXACT);
      }
    }
  }

  private boolean isInWorkspace(int file, int target) {
    Declarations declarations = linking.declarations();
    return declarations.rules(file).packages()
        ? declarations.isInWorkspace(target)
        : target < declarations.fileCount();
  }

  private int moduleMember(int module, int file, FileFacts facts, int row) {
    Declarations declarations = linking.declarations();
    return switch (facts.importKind(row)) {
      case ImportKind.NAMED, ImportKind.REEXPORT ->
          world.imports().exported(module, declarations.nameId(file, facts.importName(row)));
      case ImportKind.DEFAULT -> world.imports().exported(module, declarations.intern("default"));
      default -> declarations.declaration(module, 0);
    };
  }
}
