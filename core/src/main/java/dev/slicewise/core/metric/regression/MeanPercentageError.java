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

/** Mean of e/y; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_percentage_error",
    aliases = {"mpe"},
    summary = "Mean percentage error, signed, as a share: positive means over-prediction.",
    formula = "Σ w·e/y / W over rows with y ≠ 0",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "no usable rows, as when all labels are 0: undefined",
      "y = 0: the row is skipped, n_zero_label",
      "a ratio that overflows: that infinity, counted in n_overflow"
    },
    use =
        "The bias in percent, every row counting the same. Small labels decide it, and with negative"
            + " labels its sign turns round; calibration_ratio is steadier.")
public record MeanPercentageError() implements Metric {
  private static final RelativeError TERM =
      new RelativeError(Domain.REAL.where(new Condition.ZeroLabel(true)));

  /** e/y. */
  private record RelativeError(Domain domain) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = (prediction[i] - label[i]) / label[i];
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
