package dev.sextant.resolve;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What all workers share while they resolve: the declarations, where imports lead, and the answers
 * already found.
 *
 * <p><b>Threads:</b> safe. Workers that race for an answer find the same one.
 */
public final class Tables {
  private final Declarations declarations;
  final QuestionKeys keys;
  final AtomicReferenceArray<int[]> importTargets;
  final AtomicReferenceArray<int[]> submodules;
  final Answers<Ancestry> ancestries;
  final Answers<Type> declaredTypes;
  final Answers<Type[]> parameters;

  /**
   * Tables on declarations that are all added.
   *
   * @param keys number the questions of the workers
   */
  public Tables(Declarations declarations, QuestionKeys keys) {
    this.declarations = declarations;
    this.keys = keys;
    importTargets = new AtomicReferenceArray<>(declarations.allFileCount());
    submodules = new AtomicReferenceArray<>(declarations.allFileCount());
    int count = declarations.declarationCount();
    ancestries = new Answers<>(count);
    declaredTypes = new Answers<>(count);
    parameters = new Answers<>(count);
  }

  /** All declarations. */
  public Declarations declarations() {
    return declarations;
  }
}
