package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.loss.SquaredLogError;
import java.util.List;

/** Root of the mean squared log error; the rest stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "root_mean_squared_log_error",
    aliases = {"rmsle"},
    summary = "Root mean squared log error: a typical relative error, roughly.",
    formula = "√(Σ w(ln(1 + p) − ln(1 + y))² / W)",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "y < 0 or p < 0: the row is skipped, n_domain"},
    use =
        "0.1 means about 10 % off, for values well above 1. Below 1 it measures differences rather than"
            + " ratios.",
    source = "scikit-learn 1.4 root_mean_squared_log_error, which raises where this skips")
public record RootMeanSquaredLogError() implements Metric {
  private static final Loss LOSS = new SquaredLogError();

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(LOSS));
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.squareRoot(Sums.mean(states, LOSS));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(LOSS).squareRoot();
  }
}
