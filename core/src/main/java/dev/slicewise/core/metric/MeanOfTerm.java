package dev.slicewise.core.metric;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Term;
import java.util.List;

/** A metric that is the mean Σwf/W of one number a row, with the mean's t interval. */
public interface MeanOfTerm extends Metric {
  /** The number of each row. */
  Term term();

  @Override
  default List<Statistic<?>> needs() {
    return List.of(Sum.of(term()));
  }

  @Override
  default MetricValue value(StateView states) {
    Term term = term();
    ExactSum sum = states.sum(Sum.of(term));
    return sum.overflows() > 0
        ? MetricValue.finite(sum.value())
        : MetricValue.exact(sum.toDyadic().over(states.rows(term.domain()).exactWeight()));
  }

  @Override
  default IntervalMethod interval() {
    return MeanInterval.of(term());
  }
}
