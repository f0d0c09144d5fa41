package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Any function of the confusion table at a threshold. */
interface ConfusionMetric extends Metric {
  double threshold();

  MetricValue value(Confusion counts);

  @Override
  default List<Statistic<?>> needs() {
    return List.of(Confusion.table(threshold()));
  }

  @Override
  default MetricValue value(StateView states) {
    return value(Confusion.of(states.state(Confusion.table(threshold()))));
  }
}
