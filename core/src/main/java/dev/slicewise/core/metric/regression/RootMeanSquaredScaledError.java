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

/** Root of the mean of (e/scale)²; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "root_mean_squared_scaled_error",
    aliases = {"rmsse"},
    summary =
        "Root mean squared error in units of the naive forecast's root mean squared error in training"
            + " (column scale).",
    formula = "√(Σ w·(e/scale)² / W)",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "scale ≤ 0: the row is skipped, n_domain",
      "a ratio that overflows: +Infinity, counted in n_overflow"
    },
    exactness = "exact up to the rounding of each row's ratio and final rounding",
    use =
        "The accuracy measure of the M5 competition: comparable over series of any unit, and for the"
            + " mean rather than the median as mean_absolute_scaled_error is. The scale must come from"
            + " the training part of each series: this reads a column and cannot check it.",
    source = "Makridakis, Spiliotis and Assimakopoulos 2022, doi:10.1016/j.ijforecast.2021.11.013")
public record RootMeanSquaredScaledError() implements Metric {
  private static final SquaredRatio TERM =
      new SquaredRatio(Domain.REAL.and(Role.SCALE).where(new Condition.Above(Role.SCALE, 0)));

  /** (e/scale)². */
  private record SquaredRatio(Domain domain) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      double[] scale = rows.column(Role.SCALE);
      for (int i = 0; i < rows.size(); i++) {
        double ratio = (prediction[i] - label[i]) / scale[i];
        out[i] = ratio * ratio;
      }
    }
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(TERM));
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.squareRoot(Sums.mean(states, TERM));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(TERM).squareRoot();
  }
}
