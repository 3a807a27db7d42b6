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
  final AtomicReferenceArray<int[]> importTargets;
  final AtomicReferenceArray<int[]> submodules;
  final AtomicReferenceArray<Ancestry> ancestries;
  final AtomicReferenceArray<Type> declaredTypes;
  final AtomicReferenceArray<Type[]> parameters;

  /** Tables on declarations that are all added. */
  public Tables(Declarations declarations) {
    this.declarations = declarations;
    importTargets = new AtomicReferenceArray<>(declarations.allFileCount());
    submodules = new AtomicReferenceArray<>(declarations.allFileCount());
    int count = declarations.declarationCount();
    ancestries = new AtomicReferenceArray<>(count);
    declaredTypes = new AtomicReferenceArray<>(count);
    parameters = new AtomicReferenceArray<>(count);
  }

  /** All declarations. */
  public Declarations declarations() {
    return declarations;
  }
}
