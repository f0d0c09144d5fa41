package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** Mean of prediction − label; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_error",
    aliases = {"bias", "me", "mean_bias_error"},
    summary = "Mean error, the bias: positive means over-prediction.",
    formula = "Σ w·e / W",
    units = "units of the label",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows: undefined",
      "errors that overflow: that infinity; undefined when both signs do"
    },
    use =
        "Tells on which side a model errs. A mean of 0 says nothing about size: large errors of both"
            + " signs cancel, within the slice and between slices.",
    source = "numpy average of prediction − label; some papers use label − prediction")
public record MeanError() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sums.OVER, Sums.UNDER);
  }

  @Override
  public MetricValue value(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return MetricValue.finite(states.sum(Sums.OVER).value() - states.sum(Sums.UNDER).value());
    }
    Dyadic total = states.sum(Sums.OVER).toDyadic().minus(states.sum(Sums.UNDER).toDyadic());
    return MetricValue.exact(total.over(states.rows(Domain.REAL).exactWeight()));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.ofSplit(1, Residual.OVER, -1, Residual.UNDER);
  }
}
