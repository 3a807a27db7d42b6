package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.LanguageSupport;

/**
 * Types that are declared outside of the workspace, by top-level type numbered from 0: signatures
 * to reckon with, never targets of edges.
 *
 * <p><b>Threads:</b> implementations are immutable; facts are made when they are asked for.
 */
public interface Library {
  /** The language whose rules hold among these types. */
  LanguageSupport language();

  /** How many top-level types there are. */
  int typeCount();

  /** The dotted name of the package of a type. */
  String packageName(int type);

  /** The simple name of a type. */
  String name(int type);

  /** How many declarations the facts of a type have. */
  int declarationCount(int type);

  /** How many scopes the facts of a type have. */
  int scopeCount(int type);

  /** The facts of a type; made anew by every call. */
  FileFacts facts(int type);
}
