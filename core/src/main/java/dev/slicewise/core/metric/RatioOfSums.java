package dev.slicewise.core.metric;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * A metric that is the ratio Σwf/Σwg of two numbers a row, with the delta method's interval: what
 * the field calls a micro average.
 */
public interface RatioOfSums extends Metric {
  /** The number of each row above the line. */
  Term numerator();

  /** The number of each row below the line, of the same domain. */
  Term denominator();

  /** Why there is no value when the denominator is 0. */
  String whenZero();

  @Override
  default List<Statistic<?>> needs() {
    return List.of(Sum.of(numerator()), Sum.of(denominator()));
  }

  @Override
  default MetricValue value(StateView states) {
    ExactSum above = states.sum(Sum.of(numerator()));
    ExactSum below = states.sum(Sum.of(denominator()));
    if (above.overflows() + below.overflows() > 0) {
      return MetricValue.ratio(above.value(), below.value(), whenZero());
    }
    return below.toDyadic().signum() == 0
        ? MetricValue.undefined(whenZero())
        : MetricValue.exact(above.toDyadic().over(below.toDyadic()));
  }

  @Override
  default IntervalMethod interval() {
    return RatioInterval.of(numerator(), denominator());
  }
}
