package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Magnitude;
import java.util.List;

/** Σ|e| over a baseline's; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "relative_absolute_error",
    aliases = {"rae"},
    summary = "Total absolute error as a share of another model's (column baseline).",
    formula = "Σ w·|p − y| / Σ w·|b − y|",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "a perfect baseline: undefined",
      "an overflow: undefined"
    },
    use =
        "Below 1 beats the baseline. With last season's value as the baseline it is a MASE that needs"
            + " no training data. A weak baseline flatters every model.")
public record RelativeAbsoluteError() implements Metric {
  private static final Magnitude BASELINE = new Magnitude(WithBaseline.BASELINE_ERROR);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(WithBaseline.ABSOLUTE_ERROR), Sum.of(BASELINE));
  }

  @Override
  public MetricValue value(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    return Sums.ratio(
        states.sum(Sum.of(WithBaseline.ABSOLUTE_ERROR)).toDyadic(),
        states.sum(Sum.of(BASELINE)).toDyadic(),
        "the baseline makes no error");
  }

  @Override
  public IntervalMethod interval() {
    return RatioInterval.of(WithBaseline.ABSOLUTE_ERROR, BASELINE);
  }
}
