package dev.slicewise.core.interval;

import dev.slicewise.core.statistic.StateView;
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

  /** The rows on which either model is ahead, for values that are means over rows. */
  default Optional<PairedRows> rows() {
    return Optional.empty();
  }
}
