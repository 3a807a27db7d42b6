package dev.sextant.resolve;

import dev.sextant.cancellation.Cancellation;
import dev.sextant.graph.Evidence;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import dev.sextant.lang.LookupRules;

/**
 * Finds what the nodes of one file mean: of references their targets, of expressions their types.
 *
 * <p>A node is looked at once, when it is first asked for. The type of a call is found after its
 * target, since the functions written in its arguments may have to know the target first.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
public final class FileTyping {
  private static final int MAX_DEPTH = 250;

  final World world;
  final Declarations declarations;
  final int file;
  final FileFacts facts;
  final LookupRules rules;
  final Meanings meanings;
  final Findings findings;
  final Names names;
  final Calls calls;
  final References references;
  final Inference inference;
  final Expectations expectations;
  final Operators operators;
  final Structural structural;
  final Receivers receivers;
  final Narrowed narrowed;

  /** Prepares for one file; nothing is looked at yet. */
  public FileTyping(World world, int file, Findings findings) {
    this.world = world;
    this.file = file;
    this.findings = findings;
    declarations = world.declarations;
    facts = declarations.facts(file);
    rules = declarations.rules(file);
    meanings = new Meanings(facts.nodeCount());
    names = new Names(this);
    calls = new Calls(this);
    references = new References(this);
    inference = new Inference(this);
    expectations = new Expectations(this);
    operators = new Operators(this);
    structural = new Structural(this);
    receivers = new Receivers(this);
    narrowed = new Narrowed(this);
  }

  /**
   * Looks at every node, and tells the findings of every reference.
   *
   * @param cancellation polled between nodes
   */
  public void resolveAll(Cancellation cancellation) {
    if (rules.structural()) {
      // Types are inferred from bodies, so what a body asks its file asks for all who look into it.
      world.values.working(this);
      int before = world.asking.enter(file);
      resolveNodes(cancellation);
      world.asking.leave(before);
    } else {
      resolveNodes(cancellation);
    }
  }

  private void resolveNodes(Cancellation cancellation) {
    for (int node = 0; node < facts.nodeCount(); node++) {
      cancellation.check();
      resolve(node);
    }
  }

  /** Finds what a node means, unless that is known or being found out. */
  void resolve(int node) {
    if (meanings.of(node) != Meanings.UNSEEN || world.depth == MAX_DEPTH) {
      return;
    }
    meanings.busy(node);
    world.depth++;
    find(node);
    world.depth--;
    meanings.settle(node);
  }

  private void find(int node) {
    switch (facts.form(node)) {
      case Form.NAME -> names.name(node);
      case Form.MEMBER -> names.member(node);
      case Form.CASE_NAME -> names.caseName(node);
      case Form.CONSTRUCT -> calls.construct(node);
      case Form.DELEGATE -> calls.delegate(node);
      case Form.METHOD_REFERENCE -> references.resolve(node);
      case Form.THIS -> meanings.value(node, self(node));
      case Form.SUPER -> meanings.value(node, superclass(node));
      case Form.SAME, Form.TYPE_ARGUMENTS -> same(node);
      case Form.TYPE_NAME -> typeName(node);
      case Form.TYPE_ARRAY, Form.TYPE_PRIMITIVE ->
          meanings.type(node, world.writtenTypes.of(file, node));
      case Form.LAMBDA, Form.LAMBDA_BLOCK -> {
        if (rules.structural()) {
          meanings.value(node, Basic.UNKNOWN);
        }
      }
      case Form.RETURN -> {}
      case Form.BINDING -> names.binding(node);
      case Form.CALLED -> structural.calls.callOf(node, type(facts.first(node)));
      case Form.TYPE_UNION,
          Form.TYPE_INTERSECTION,
          Form.TYPE_FUNCTION,
          Form.TYPE_OBJECT,
          Form.TYPE_OF,
          Form.TYPE_TUPLE,
          Form.TYPE_LOOKUP ->
          meanings.type(node, world.writtenTypes.of(file, node));
      default -> meanings.value(node, operators.type(node));
    }
  }

  /** The type of the value of a node; unknown for what is no value. */
  Type type(int node) {
    if (node < 0) {
      return Basic.UNKNOWN;
    }
    resolve(node);
    if (meanings.of(node) == Meanings.MODULE && rules.structural()) {
      return ClassType.of(declarations.declaration(meanings.moduleFile(node), 0));
    }
    if (meanings.of(node) != Meanings.VALUE) {
      return Basic.UNKNOWN;
    }
    if (isFunction(node)) {
      return inference.lambda(node);
    }
    Call call = meanings.call(node);
    Type type = call == null ? meanings.typeOf(node) : inference.result(node, call);
    return type instanceof WildcardType ? world.applicability.upper(type) : type;
  }

  private boolean isFunction(int node) {
    int form = facts.form(node);
    return rules.structural() && (form == Form.LAMBDA || form == Form.LAMBDA_BLOCK);
  }

  /** What a node means, one of the constants of {@link Meanings}. */
  byte meaning(int node) {
    if (node < 0) {
      return Meanings.UNKNOWN;
    }
    resolve(node);
    return meanings.of(node);
  }

  private void same(int node) {
    int first = facts.first(node);
    if (first >= 0) {
      if (meaning(first) == Meanings.VALUE) {
        meanings.value(node, type(first));
      } else {
        meanings.same(node, first);
      }
    }
  }

  /** The type around a node as it sees itself. */
  Type self(int node) {
    if (rules.structural()) {
      return receivers.self(node);
    }
    int written = facts.first(node);
    if (written >= 0) {
      Type type = world.writtenTypes.of(file, written);
      return type instanceof ClassType named ? world.hierarchy.self(named.declaration()) : type;
    }
    int type = declarations.enclosingType(file, facts.nodeScope(node));
    return type < 0 ? Basic.UNKNOWN : world.hierarchy.self(type);
  }

  private Type superclass(int node) {
    if (!(self(node) instanceof ClassType own)) {
      return Basic.UNKNOWN;
    }
    boolean isInterface = declarations.kind(own.declaration()) == SymbolKind.INTERFACE;
    if (facts.first(node) >= 0 && isInterface) {
      int around = declarations.enclosingType(file, facts.nodeScope(node));
      ClassType seen =
          around < 0
              ? null
              : world.hierarchy.asSuper(world.hierarchy.self(around), own.declaration());
      return seen == null ? own : seen;
    }
    Ancestry ancestry = world.hierarchy.ancestry(own.declaration());
    for (int i = 1; i < ancestry.types().length; i++) {
      ClassType above = ancestry.types()[i];
      if (declarations.kind(above.declaration()) != SymbolKind.INTERFACE) {
        return ancestry.isWhole() || declarations.isInWorkspace(above.declaration())
            ? above
            : Basic.OUTSIDE;
      }
    }
    return ancestry.isWhole() ? Basic.UNKNOWN : Basic.OUTSIDE;
  }

  private void typeName(int node) {
    int found = world.typeNames.find(file, node);
    if (found < 0) {
      if (facts.isReference(node)) {
        findings.unresolved(node);
      }
      meanings.type(node, world.writtenTypes.of(file, node));
      return;
    }
    meanings.type(node, world.writtenTypes.of(file, node));
    if (facts.isReference(node)) {
      int meant = rules.structural() ? world.merged.representative(found) : found;
      refer(node, meant, Evidence.EXACT);
    }
  }

  /** Tells that a node refers to a declaration, which may be outside of the workspace. */
  void refer(int node, int declaration, Evidence evidence) {
    world.asking.lookAt(declaration);
    if (declarations.isInWorkspace(declaration)) {
      findings.found(node, declaration, facts.role(node), evidence);
    } else {
      findings.unresolved(node);
    }
  }

  /** The type of a declaration as a use of it in this file sees it. */
  Type typeOf(int declaration) {
    if (rules.structural()) {
      return world.signatures.of(declaration);
    }
    Type type = world.signatures.of(declaration);
    if (type == Basic.UNKNOWN && declarations.fileOf(declaration) == file) {
      return variable(declarations.local(declaration));
    }
    return type;
  }

  private Type variable(int local) {
    int lambda = facts.lambdaOf(facts.scopeOf(local));
    if (lambda >= 0 && facts.kind(local) == SymbolKind.PARAMETER && facts.type(local) < 0) {
      return expectations.lambdaParameter(lambda, local);
    }
    // A class without a name has the construction that makes it as its initializer.
    return facts.type(local) < 0 && !facts.kind(local).isType()
        ? type(facts.initializer(local))
        : Basic.UNKNOWN;
  }
}
