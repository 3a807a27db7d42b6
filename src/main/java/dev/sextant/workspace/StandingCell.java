package dev.sextant.workspace;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The place of a workspace's {@link Standing}: moves it along an arrow in one step, then charges
 * the graphs and tells the listeners.
 *
 * <p><b>Threads:</b> thread-safe; listeners are told on the thread that moved.
 */
final class StandingCell {
  private final String workspace;
  private final WorkspaceEvents events;
  private final AtomicReference<Standing> standing;

  StandingCell(String workspace, WorkspaceEvents events, Standing initial) {
    this.workspace = workspace;
    this.events = events;
    standing = new AtomicReference<>(initial);
  }

  Standing get() {
    return requireNonNull(standing.get());
  }

  /** The standing after the arrow; empty when the arrow does not start here. */
  Optional<Standing> move(Function<Standing, Optional<Standing>> arrow) {
    while (true) {
      Standing before = get();
      Optional<Standing> after = arrow.apply(before);
      if (after.isEmpty() || standing.compareAndSet(before, after.get())) {
        after.ifPresent(reached -> settle(before, reached));
        return after;
      }
    }
  }

  private void settle(Standing before, Standing after) {
    if (before.published() != after.published()) {
      after.published().becameCurrent();
      before.published().superseded(workspace);
    } else if (before.baseline().linkState().isPresent()
        && after.baseline().linkState().isEmpty()) {
      after.published().stateDropped();
    }
    if (before.state() != after.state()) {
      events.publish(
          new WorkspaceEvent.StateChanged(
              workspace, before.state(), after.state(), after.published().generation()));
    }
  }
}
