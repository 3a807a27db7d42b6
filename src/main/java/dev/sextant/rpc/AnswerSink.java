package dev.sextant.rpc;

import java.util.function.Supplier;

/** Where the text of one answer goes. */
@FunctionalInterface
interface AnswerSink {
  /** Where a notification's answer goes: nowhere. */
  AnswerSink NOWHERE = (_, _) -> {};

  /** Takes the one answer to the request {@code id}, written when asked for. */
  void answer(RequestId id, Supplier<String> text);
}
