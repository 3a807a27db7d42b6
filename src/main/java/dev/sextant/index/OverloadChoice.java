package dev.sextant.index;

import dev.sextant.graph.Modifiers;
import dev.sextant.graph.SymbolKind;
import dev.sextant.lang.FileFacts;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Chooses among overloads: by number of arguments, then by the types of the arguments as far as
 * they are known, then the most specific.
 *
 * <p><b>Threads:</b> confined to its worker; the parameters found are shared and safe.
 */
final class OverloadChoice {
  private final Declarations declarations;
  private final TypeLookup types;
  private final AtomicReferenceArray<int[]> parametersOf;

  OverloadChoice(
      Declarations declarations, TypeLookup types, AtomicReferenceArray<int[]> parametersOf) {
    this.declarations = declarations;
    this.types = types;
    this.parametersOf = parametersOf;
  }

  /** Narrows {@code candidates} to those that fit; leaves them all when none does. */
  void choose(Candidates candidates, int[] arguments, int count) {
    if (candidates.size() < 2) {
      return;
    }
    if (!narrow(candidates, arguments, count, false)) {
      narrow(candidates, arguments, count, true);
    }
    mostSpecific(candidates, count);
  }

  private boolean narrow(Candidates candidates, int[] arguments, int count, boolean spread) {
    int kept = 0;
    int size = candidates.size();
    for (int i = 0; i < size; i++) {
      int candidate = candidates.get(i);
      if (fits(candidate, arguments, count, spread)) {
        candidates.set(i, candidates.get(kept));
        candidates.set(kept++, candidate);
      }
    }
    if (kept > 0) {
      candidates.keep(kept);
    }
    return kept > 0;
  }

  private boolean fits(int candidate, int[] arguments, int count, boolean spread) {
    int[] parameters = parameters(candidate);
    int fixed = parameters.length;
    if (spread) {
      if (!isSpread(candidate) || count < fixed - 1) {
        return false;
      }
      fixed--;
    } else if (count != fixed) {
      return false;
    }
    for (int i = 0; i < Math.min(count, fixed); i++) {
      if (!accepts(parameters[i], arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(int parameter, int argument) {
    if (parameter == Types.UNKNOWN || argument == Types.UNKNOWN) {
      return true;
    }
    if (Types.isPrimitive(parameter) || Types.isPrimitive(argument)) {
      if (Types.isPrimitive(parameter) && Types.isPrimitive(argument)) {
        return Types.widens(argument, parameter);
      }
      return boxes(parameter, argument);
    }
    if (argument == Types.NULL) {
      return true;
    }
    if (parameter == Types.ARRAY || argument == Types.ARRAY) {
      return parameter == argument || (parameter >= 0 && isObject(parameter));
    }
    return types.isSubtype(argument, parameter) || isObject(parameter);
  }

  private boolean boxes(int parameter, int argument) {
    int type = Math.max(parameter, argument);
    if (type < 0) {
      return false;
    }
    int primitive = Math.min(parameter, argument);
    String name = declarations.name(declarations.nameOf(type));
    return switch (name) {
      case "Object", "Comparable", "Serializable" -> true;
      case "Integer" -> primitive == Types.INT;
      case "Character" -> primitive == Types.CHAR;
      case "Number" -> primitive <= Types.BYTE;
      default -> name.equalsIgnoreCase(primitiveName(primitive));
    };
  }

  private static String primitiveName(int primitive) {
    return switch (primitive) {
      case Types.BOOLEAN -> "boolean";
      case Types.BYTE -> "byte";
      case Types.SHORT -> "short";
      case Types.LONG -> "long";
      case Types.FLOAT -> "float";
      case Types.DOUBLE -> "double";
      default -> "";
    };
  }

  private boolean isObject(int type) {
    return declarations.name(declarations.nameOf(type)).equals("Object");
  }

  private void mostSpecific(Candidates candidates, int count) {
    for (int i = 0; i < candidates.size(); i++) {
      boolean best = true;
      for (int j = 0; best && j < candidates.size(); j++) {
        best = i == j || isAsSpecific(candidates.get(i), candidates.get(j), count, i < j);
      }
      if (best) {
        candidates.set(0, candidates.get(i));
        candidates.keep(1);
        return;
      }
    }
  }

  // Of two with the same parameters the one found first wins: it overrides the other.
  private boolean isAsSpecific(int one, int other, int count, boolean foundFirst) {
    int[] own = parameters(one);
    int[] theirs = parameters(other);
    boolean same = own.length == theirs.length;
    for (int i = 0; i < Math.min(count, Math.min(own.length, theirs.length)); i++) {
      if (own[i] == theirs[i]) {
        continue;
      }
      same = false;
      if (own[i] == Types.UNKNOWN || theirs[i] == Types.UNKNOWN || !accepts(theirs[i], own[i])) {
        return false;
      }
    }
    return !same || foundFirst;
  }

  private boolean isSpread(int callable) {
    int file = declarations.fileOf(callable);
    return Modifiers.has(
        declarations.facts(file).modifiers(declarations.local(file, callable)), Modifiers.VARARGS);
  }

  /** The types of the parameters, in order. */
  int[] parameters(int callable) {
    int[] known = parametersOf.get(callable);
    if (known == null) {
      known = findParameters(callable);
      parametersOf.set(callable, known);
    }
    return known;
  }

  private int[] findParameters(int callable) {
    int file = declarations.fileOf(callable);
    FileFacts facts = declarations.facts(file);
    int scope = facts.ownScope(declarations.local(file, callable));
    if (scope < 0) {
      return new int[0];
    }
    int count = 0;
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      count += facts.kind(at) == SymbolKind.PARAMETER ? 1 : 0;
    }
    int[] found = new int[count];
    for (int at = facts.lastIn(scope); at >= 0; at = facts.previousIn(at)) {
      if (facts.kind(at) == SymbolKind.PARAMETER) {
        found[--count] = types.declared(declarations.declaration(file, at));
      }
    }
    return found;
  }
}
