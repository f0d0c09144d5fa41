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

/** The mean prediction; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_prediction",
    summary = "Mean prediction, over the rows with a usable label and prediction.",
    formula = "Σ w·p / W",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.NONE,
    edges = {"no usable rows: undefined"},
    use =
        "What was predicted, without waiting for labels to mature; its difference to mean_label is mean_error.",
    source = "TensorFlow Model Analysis MeanPrediction")
public record MeanPrediction() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(Column.PREDICTION));
  }

  @Override
  public MetricValue value(StateView states) {
    return TermMean.of(states, Column.PREDICTION);
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(Column.PREDICTION);
  }
}
