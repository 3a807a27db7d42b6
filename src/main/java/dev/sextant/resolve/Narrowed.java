package dev.sextant.resolve;

import dev.sextant.lang.FileFacts;
import dev.sextant.lang.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The types that variables have where a condition holds.
 *
 * <p><b>Threads:</b> confined to its worker.
 */
final class Narrowed {
  private final FileTyping typing;
  private final World world;
  private final Declarations declarations;
  private final FileFacts facts;

  Narrowed(FileTyping typing) {
    this.typing = typing;
    world = typing.world;
    declarations = typing.declarations;
    facts = typing.facts;
  }

  /** The type of a variable where a condition holds. */
  Type type(int node) {
    Members.Member outer = typing.names.variable(node);
    Type before = outer == null ? Basic.UNKNOWN : typing.typeOf(outer.declaration());
    int first = facts.first(node);
    int form = facts.form(first);
    if (form == Form.TYPE_NAME || form == Form.TYPE_PRIMITIVE) {
      return narrow(before, world.writtenTypes.of(typing.file, first));
    }
    Type guarded = guarded(first, facts.nodeName(node));
    return guarded == Basic.UNKNOWN ? before : narrow(before, guarded);
  }

  private Type guarded(int call, int variable) {
    typing.resolve(call);
    Call made = typing.meanings.call(call);
    if (made == null || made.isOfValue()) {
      return Basic.UNKNOWN;
    }
    int file = declarations.fileOf(made.callable());
    FileFacts there = declarations.facts(file);
    int local = declarations.local(made.callable());
    int type = there.type(local);
    if (type < 0 || there.form(type) != Form.TYPE_GUARD) {
      return Basic.UNKNOWN;
    }
    int place = Expectations.place(there, local, there.nodeName(type));
    int list = facts.list(call);
    int argument = place < 0 || place >= facts.listSize(list) ? -1 : facts.listItem(list, place);
    if (argument < 0 || facts.form(argument) != Form.NAME || facts.nodeName(argument) != variable) {
      return Basic.UNKNOWN;
    }
    Type written = made.seen(world.writtenTypes.of(file, there.first(type)));
    typing.inference.takeAll(call, made);
    return made.inferred().applyClosing(written, world.signatures);
  }

  private Type narrow(Type before, Type to) {
    Type known = world.applicability.upper(before);
    if (known instanceof CompoundType(boolean union, var parts) && union) {
      List<Type> kept = new ArrayList<>();
      for (Type part : parts) {
        if (isA(part, to)) {
          kept.add(part);
        }
      }
      return kept.isEmpty() ? to : world.globals.union(kept);
    }
    if (to == Basic.UNKNOWN || to == Basic.OUTSIDE) {
      return isKnown(before) ? before : to;
    }
    return isA(known, to) ? before : to;
  }

  private static boolean isKnown(Type type) {
    return type != Basic.UNKNOWN && type != Basic.OUTSIDE;
  }

  private boolean isA(Type type, Type wanted) {
    Type target = world.applicability.upper(wanted);
    if (target instanceof CompoundType(boolean union, var parts)) {
      return union && parts.stream().anyMatch(part -> isA(type, part));
    }
    return target instanceof ClassType named
        && world.hierarchy.asSuper(world.aliases.expand(type), named.declaration()) != null;
  }
}
