package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.DistinctCount;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * The interval of an estimated number of distinct values: estimate ± z·1.04/√registers of it. It is
 * about the estimate of these rows' count, not about other rows.
 *
 * <p>Undefined without values. Source: Flajolet, Fusy, Gandouet, Meunier 2007.
 */
public final class DistinctInterval implements IntervalMethod {
  private final DistinctCount statistic;

  /** Of a statistic's estimate. */
  public DistinctInterval(DistinctCount statistic) {
    this.statistic = statistic;
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(statistic);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    double estimate = states.state(statistic).estimate();
    double relative = 1.04 / Math.sqrt(1 << statistic.precision());
    double reach = Normal.tailQuantile((1 - confidence) / 2) * relative * estimate;
    return Optional.of(
        new Interval(
            Math.max(0.0, estimate - reach), estimate + reach, relative * estimate, "sketch"));
  }
}
