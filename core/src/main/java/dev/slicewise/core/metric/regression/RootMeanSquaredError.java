package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.loss.SquaredError;
import java.util.List;

/** Root of the mean squared error; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "root_mean_squared_error",
    aliases = {"rmse"},
    summary = "Root mean squared error: a typical error, large ones counting more.",
    formula = "√(Σ w·e² / W)",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "|e| above 1.34e154: +Infinity, counted in n_overflow"},
    use =
        "Between the mean absolute error and √n times it; a large gap between the two means few large"
            + " errors. It does not average over slices: average their squares.",
    source = "scikit-learn 1.4 root_mean_squared_error")
public record RootMeanSquaredError() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sums.SQUARED_OVER, Sums.SQUARED_UNDER);
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.squareRoot(
        Sums.mean(states, states.sum(Sums.SQUARED_OVER), states.sum(Sums.SQUARED_UNDER)));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.ofLoss(new SquaredError()).squareRoot();
  }
}
