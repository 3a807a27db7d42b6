package dev.sextant.syntax;

import java.time.Duration;

/** What became of one parse. */
public sealed interface ParseOutcome {
  /**
   * There is a tree, be it with errors.
   *
   * @param tree the parser's own tree, good until its next parse
   */
  record Parsed(SyntaxTree tree) implements ParseOutcome {}

  /**
   * The parse was stopped because its time was up.
   *
   * @param budget the time it had
   */
  record BudgetExceeded(Duration budget) implements ParseOutcome {}

  /**
   * There is no tree.
   *
   * @param reason a phrase for the user
   */
  record Failed(String reason) implements ParseOutcome {}
}
