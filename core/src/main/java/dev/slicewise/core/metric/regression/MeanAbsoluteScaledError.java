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
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/** Mean of |e| over the series' scale; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_absolute_scaled_error",
    aliases = {"mase"},
    summary =
        "Mean absolute error in units of the naive forecast's error in training (column scale).",
    formula = "Σ w·|e|/scale / W",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "scale ≤ 0: the row is skipped, n_domain",
      "a ratio that overflows: +Infinity, counted in n_overflow"
    },
    use =
        "Comparable over series of any unit; below 1 beats last-value-again. The scale must come from"
            + " the training part of each series: this reads a column and cannot check it.",
    source = "Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001; sktime")
public record MeanAbsoluteScaledError() implements Metric {
  private static final ScaledError TERM =
      new ScaledError(Domain.REAL.and(Role.SCALE).where(new Condition.Above(Role.SCALE, 0)));

  /** |e|/scale. */
  private record ScaledError(Domain domain) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      double[] scale = rows.column(Role.SCALE);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = Math.abs(prediction[i] - label[i]) / scale[i];
      }
    }
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(TERM));
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.mean(states, TERM);
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(TERM);
  }
}
