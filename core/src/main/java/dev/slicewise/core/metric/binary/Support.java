package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** P; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "support",
    aliases = {"positives", "actual_positives"},
    summary = "Support: how many rows have label 1.",
    formula = "P = Σ w·1{y = 1}",
    units = "rows, or their weight",
    range = "[0, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use = "Says how much any recall rests on.",
    source = "scikit-learn 1.2 precision_recall_fscore_support")
public record Support() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Confusion.LABELS);
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.exact(states.state(Confusion.LABELS).mass(1).toDouble());
  }
}
