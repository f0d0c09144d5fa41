package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Loss;
import java.util.List;

/** A metric that is the mean of a loss, under the name the field knows it by. */
interface MeanOfLoss extends Metric {
  /** The loss whose mean this is. */
  Loss loss();

  private LossMetric mean() {
    return new LossMetric(loss(), LossMetric.Reduction.MEAN);
  }

  @Override
  default List<Statistic<?>> needs() {
    return mean().needs();
  }

  @Override
  default MetricValue value(StateView states) {
    return mean().value(states);
  }

  @Override
  default IntervalMethod interval() {
    return mean().interval();
  }
}
