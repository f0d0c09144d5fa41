package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import java.util.List;

/** Σp over Σy; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "calibration_ratio",
    aliases = {"calibration"},
    summary = "Predicted total over observed total: above 1 means over-prediction.",
    formula = "Σ w·p / Σ w·y",
    range = "(-inf, inf)",
    better = Direction.ONE,
    edges = {
      "no usable rows: undefined",
      "labels that sum to 0: undefined",
      "an overflow: undefined"
    },
    use =
        "The bias as a factor, for amounts and for probabilities alike. 1 overall may be 2 in one"
            + " slice and ½ in another; with labels of both signs it means little.",
    source = "TFMA calibration")
public record CalibrationRatio() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sums.PREDICTIONS, Sums.LABELS);
  }

  @Override
  public MetricValue value(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    return Sums.ratio(
        states.sum(Sums.PREDICTIONS).toDyadic(),
        states.sum(Sums.LABELS).toDyadic(),
        "the labels sum to 0");
  }

  @Override
  public IntervalMethod interval() {
    return RatioInterval.of(Column.PREDICTION, Column.LABEL);
  }
}
