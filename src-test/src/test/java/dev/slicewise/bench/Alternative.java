package dev.slicewise.bench;

import java.util.Optional;
import java.util.function.Supplier;

/** One way of getting numbers out of the rows, which takes its turn in every round. */
interface Alternative {
  /** What {@code bench.json} and {@code --alternatives} call it. */
  String id();

  /** What it does, for readers of the results. */
  String about();

  /** Why it is not run for a scenario; empty when it is. */
  default Optional<String> refusal(Scenario scenario, long rows) {
    return Optional.empty();
  }

  /** Whether it reads the small table, since whoever waits for it on the whole waits long. */
  default boolean onSmallTable() {
    return false;
  }

  /**
   * Does the work; this is what is timed.
   *
   * @return the answers, for which the clock is stopped
   */
  Supplier<Answers> run(Scenario scenario);
}
