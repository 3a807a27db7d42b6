package dev.sextant.lang.python;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names assigned in a stretch of code become. Confined to its walk. */
final class Frame {
  /** What a frame is the code of. */
  enum Code {
    MODULE,
    CLASS,
    FUNCTION,
    COMPREHENSION
  }

  private final Code code;
  private final @Nullable Frame outer;
  private final int scope;
  private @Nullable Set<Integer> foreign;
  private int receiver = -1;
  private int receiverScope = -1;
  private int returned = -1;

  /** The code inside {@code outer} whose names are declared in {@code scope}. */
  Frame(Code code, @Nullable Frame outer, int scope) {
    this.code = code;
    this.outer = outer;
    this.scope = scope;
    if (outer != null && code != Code.CLASS) {
      receiver = outer.receiver;
      receiverScope = outer.receiverScope;
    }
  }

  Code code() {
    return code;
  }

  /** The scope in which names are declared. */
  int scope() {
    return scope;
  }

  /** The frame that holds what a comprehension assigns, this one for others. */
  Frame binding() {
    Frame frame = this;
    while (frame.code == Code.COMPREHENSION && frame.outer != null) {
      frame = frame.outer;
    }
    return frame;
  }

  /** Says that {@code name} is not declared here but further out. */
  void foreign(int name) {
    if (foreign == null) {
      foreign = new HashSet<>();
    }
    foreign.add(name);
  }

  boolean isForeign(int name) {
    return foreign != null && foreign.contains(name);
  }

  /** Says that {@code name} is the receiver, an instance of the class with {@code members}. */
  void receiver(int name, int members) {
    receiver = name;
    receiverScope = members;
  }

  /** Says that {@code name} is declared here, so that it is no outer receiver. */
  void hides(int name) {
    if (receiver == name) {
      receiver = -1;
    }
  }

  /** The scope of the class that {@code name} is an instance of, or -1. */
  int membersOf(int name) {
    return receiver == name ? receiverScope : -1;
  }

  /** Keeps the node of the first value returned. */
  void returns(int node) {
    if (returned == -1) {
      returned = node;
    }
  }

  /** Says that a call gives a generator, whatever is returned. */
  void yields() {
    returned = -2;
  }

  /** The node of the first value returned, negative for none. */
  int returned() {
    return returned;
  }
}
