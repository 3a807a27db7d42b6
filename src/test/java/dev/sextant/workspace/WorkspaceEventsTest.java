package dev.sextant.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.index.ChangedFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkspaceEventsTest {
  private static final WorkspaceEvent EVENT =
      new WorkspaceEvent.GenerationPublished("/src", 1, ChangedFiles.all(1));

  private final WorkspaceEvents events = new WorkspaceEvents(2);
  private final List<WorkspaceEvent> seen = new ArrayList<>();

  @Test
  void tellsEveryListenerUntilItsSubscriptionIsClosed() {
    WorkspaceEvents.Subscription subscription = events.subscribe(seen::add);
    events.publish(EVENT);
    subscription.close();
    subscription.close();
    events.publish(EVENT);

    assertThat(seen).containsExactly(EVENT);
  }

  @Test
  void goesOnWhenAListenerFails() {
    try (var _ =
            events.subscribe(
                event -> {
                  throw new IllegalStateException("listener");
                });
        var _ = events.subscribe(seen::add)) {
      events.publish(EVENT);
    }

    assertThat(seen).containsExactly(EVENT);
  }

  @Test
  void refusesMoreListenersThanThereArePlaces() {
    try (var _ = events.subscribe(seen::add);
        var _ = events.subscribe(seen::add)) {
      assertThatThrownBy(() -> events.subscribe(seen::add).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("all 2 places are taken");
    }
    try (var _ = events.subscribe(seen::add)) {
      events.publish(EVENT);
    }

    assertThat(seen).hasSize(1);
  }
}
