package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Domain;

/** Means and ratios of exact sums, rounded once. */
final class Sums {
  private Sums() {}

  /** (a + b) / W over the rows with finite label and prediction. */
  static MetricValue mean(StateView states, ExactSum a, ExactSum b) {
    if (a.overflows() + b.overflows() > 0) {
      return MetricValue.finite(a.value() + b.value());
    }
    return MetricValue.exact(
        a.toDyadic().plus(b.toDyadic()).over(states.rows(Domain.REAL).exactWeight()));
  }

  /** numerator / denominator, or undefined for x/0. */
  static MetricValue ratio(Dyadic numerator, Dyadic denominator, String whenZero) {
    return denominator.signum() == 0
        ? MetricValue.undefined(whenZero)
        : MetricValue.exact(numerator.over(denominator));
  }
}
