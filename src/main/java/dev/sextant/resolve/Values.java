package dev.sextant.resolve;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The types that declarations of a structural language have as values, inferred from what they are
 * initialised with or give back where no type is written, in whichever file that is.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Values {
  private static final int KEPT_FILES = 128;

  private final World world;
  private final Declarations declarations;
  private final Map<Integer, FileTyping> typings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, FileTyping> eldest) {
          return size() > KEPT_FILES;
        }
      };

  Values(World world) {
    this.world = world;
    declarations = world.declarations;
  }

  /** Says which typing is at work on its file. */
  void working(FileTyping typing) {
    typings.put(typing.file, typing);
  }

  /** What the nodes of a file mean. */
  FileTyping typing(int file) {
    FileTyping known = typings.get(file);
    if (known == null) {
      known = new FileTyping(world, file, new Unheard());
      typings.put(file, known);
    }
    return known;
  }

  /** The type of the value of a node of a file. */
  Type typeIn(int file, int node) {
    world.asking.lookInto(file);
    int before = world.asking.enter(file);
    Type type = typing(file).type(node);
    world.asking.leave(before);
    return type;
  }

  /** The type of the value of a declaration: a function for what can be called. */
  Type of(int declaration) {
    SymbolKind kind = declarations.kind(declaration);
    if (!kind.isCallable() || kind == SymbolKind.CONSTRUCTOR) {
      return world.signatures.of(declaration);
    }
    return new FunctionType(
        List.of(world.signatures.parameters(declaration)), world.signatures.of(declaration));
  }

  /** The type that a declaration without a written one has. */
  Type inferred(int file, FileFacts facts, int local) {
    int initializer = facts.initializer(local);
    boolean callable = facts.kind(local).isCallable();
    if (facts.kind(local) == SymbolKind.PARAMETER) {
      return parameter(file, facts, local);
    }
    if (initializer < 0) {
      return callable ? Basic.VOID : Basic.UNKNOWN;
    }
    if (!callable) {
      return typeIn(file, initializer);
    }
    if (facts.form(initializer) == Form.CAST) {
      FunctionType target =
          world.unification.function(world.writtenTypes.of(file, facts.first(initializer)));
      if (target != null) {
        return target.result();
      }
      return Basic.UNKNOWN;
    }
    if (Modifiers.has(facts.modifiers(local), Modifiers.GENERATOR)) {
      return Basic.UNKNOWN;
    }
    Type result =
        facts.listSize(facts.list(initializer)) == 0 ? Basic.VOID : typeIn(file, initializer);
    return Modifiers.has(facts.modifiers(local), Modifiers.ASYNC)
        ? world.globals.promise(result)
        : result;
  }

  private Type parameter(int file, FileFacts facts, int local) {
    int scope = facts.scopeOf(local);
    int lambda = facts.lambdaOf(scope);
    if (lambda >= 0) {
      Type expected = typing(file).expectations.lambdaParameter(lambda, local);
      if (expected != Basic.UNKNOWN) {
        return expected;
      }
    }
    int owner = facts.scopeOwner(scope);
    int target = owner < 0 ? -1 : facts.initializer(owner);
    if (target >= 0 && facts.form(target) == Form.CAST && facts.kind(owner).isCallable()) {
      FunctionType function =
          world.unification.function(world.writtenTypes.of(file, facts.first(target)));
      int position = Expectations.position(facts, local);
      if (function != null && position < function.parameters().size()) {
        return function.parameters().get(position);
      }
    }
    int initializer = facts.initializer(local);
    if (initializer >= 0) {
      return typeIn(file, initializer);
    }
    FunctionType expected =
        owner < 0 || facts.kind(owner) != SymbolKind.METHOD
            ? null
            : world.unification.function(typing(file).expectations.ofMember(owner));
    int position = Expectations.position(facts, local);
    return expected != null && position < expected.parameters().size()
        ? expected.parameters().get(position)
        : Basic.UNKNOWN;
  }

  /** Findings of a file that is only asked for types. */
  private static final class Unheard implements Findings {
    @Override
    public void found(
        int node,
        int declaration,
        dev.sextant.graph.Role role,
        dev.sextant.graph.Evidence evidence) {}

    @Override
    public void unresolved(int node) {}

    @Override
    public void leftOut(int count) {}
  }
}
