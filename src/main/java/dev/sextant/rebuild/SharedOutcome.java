package dev.sextant.rebuild;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionStage;

/** Waiting for what others wait for too. */
final class SharedOutcome {
  private SharedOutcome() {}

  /**
   * Completes as {@code outcome} does. Who gives up waiting does not cancel it for everybody else,
   * as a {@code Uni} made of the stage itself would.
   */
  static <T> Uni<T> of(CompletionStage<T> outcome) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var _ =
                  outcome.whenComplete(
                      (value, failure) -> {
                        if (failure == null) {
                          emitter.complete(value);
                        } else {
                          emitter.fail(failure);
                        }
                      });
            });
  }
}
