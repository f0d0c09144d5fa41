package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** Mean of |prediction − label|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_absolute_error",
    aliases = {"mae", "l1"},
    summary = "Mean absolute error: how far off a prediction is on average.",
    formula = "Σ w·|e| / W",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "an error that overflows: +Infinity"},
    use =
        "Every unit of error costs the same, so outliers do not dominate; it is minimised by the"
            + " median, so a skewed label makes a good MAE biased low or high in the mean.",
    source = "scikit-learn 1.2 mean_absolute_error")
public record MeanAbsoluteError() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sums.OVER, Sums.UNDER);
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.mean(states, states.sum(Sums.OVER), states.sum(Sums.UNDER));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.ofSplit(1, Residual.OVER, 1, Residual.UNDER);
  }
}
