package dev.slicewise.core.interval;

import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Optional;

/** How the interval of first − second follows in closed form, for two models on the same rows. */
public interface PairedMethod extends IntervalMethod {
  /** What the test is called that the interval itself gives. */
  String testName();

  /**
   * A test of no difference where the field has a better one than whether the interval holds 0;
   * undefined as the interval is.
   */
  default Optional<DifferenceTest> test(StateView states) {
    return Optional.empty();
  }

  /** What must be remembered for {@link #tally}. */
  default List<Statistic<?>> tallied() {
    return List.of();
  }

  /** The rows on which either model is ahead, for values that come from a number a row. */
  default Optional<PairedRows.Tally> tally(StateView states) {
    return Optional.empty();
  }

  /** Whether the difference is that of two means over rows, so that it is one itself. */
  default boolean isOfMeans() {
    return false;
  }
}
