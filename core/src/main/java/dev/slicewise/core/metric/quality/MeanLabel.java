package dev.slicewise.core.metric.quality;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.TermMean;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import java.util.List;

/** The mean label; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_label",
    summary = "Mean label, over the rows with a usable label and prediction.",
    formula = "Σ w·y / W",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined"},
    use =
        "What there was to predict: a slice whose mean label moves has changed, whatever the model does.",
    source = "TensorFlow Model Analysis MeanLabel")
public record MeanLabel() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(Column.LABEL));
  }

  @Override
  public MetricValue value(StateView states) {
    return TermMean.of(states, Column.LABEL);
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(Column.LABEL);
  }
}
