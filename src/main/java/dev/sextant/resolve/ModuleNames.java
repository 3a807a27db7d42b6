package dev.sextant.resolve;

import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.ImportKind;
import org.jspecify.annotations.Nullable;

/**
 * What simple names mean at the top of a module, and in the namespaces that it has.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class ModuleNames {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;
  private final int file;

  ModuleNames(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
    file = typing.file;
  }

  Members.@Nullable Member inNamespace(int scope, int name, Wanted wanted) {
    int owner = facts.scopeOwner(scope);
    SymbolKind kind = owner < 0 ? SymbolKind.FILE : facts.kind(owner);
    if (kind != SymbolKind.NAMESPACE && kind != SymbolKind.ENUM) {
      return null;
    }
    int declaration = declarations.declaration(file, owner);
    return world.members.nearest(ClassType.of(declaration), name, wanted, file);
  }

  Members.@Nullable Member inModule(int name, Wanted wanted) {
    int own = declarations.member(declarations.declaration(file, 0), name);
    if (typing.rules.structural()) {
      own = declarations.accepted(own, wanted);
    }
    if (own >= 0) {
      return wanted.accepts(declarations.kind(own)) ? Names.plain(own) : null;
    }
    int row = world.imports.bringing(file, name);
    if (row < 0) {
      int found = world.imports.exported(file, name, wanted);
      return found >= 0 || !typing.rules.structural()
          ? Names.found(found)
          : Names.found(typing.world.asking.inPackage(typing.rules.implicitPackage(), name));
    }
    int target = world.imports.target(file, row);
    return switch (facts.importKind(row)) {
      case ImportKind.NAMED -> named(row, target, wanted);
      case ImportKind.DEFAULT ->
          Names.found(world.imports.exported(target, declarations.intern("default"), wanted));
      default -> {
        int whole = typing.rules.structural() ? world.imports.whole(target, wanted) : -1;
        yield Names.found(whole >= 0 || target < 0 ? whole : declarations.declaration(target, 0));
      }
    };
  }

  private Members.@Nullable Member named(int row, int target, Wanted wanted) {
    int name = declarations.nameId(file, facts.importName(row));
    int exported = world.imports.exported(target, name, wanted);
    if (!typing.rules.structural()) {
      int module = world.imports.module(file, row);
      return Names.found(
          exported >= 0 || module < 0 ? exported : declarations.declaration(module, 0));
    }
    if (exported >= 0) {
      return Names.found(exported);
    }
    // A module that exports one value only offers the members of that.
    int whole = world.imports.whole(target, wanted);
    return whole >= 0 && world.aliases.expand(world.values.of(whole)) instanceof ClassType type
        ? world.members.nearest(type, name, wanted, file)
        : null;
  }
}
