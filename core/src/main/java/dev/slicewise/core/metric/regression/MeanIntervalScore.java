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
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/** Width plus a fine for misses; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_interval_score",
    aliases = {"winkler", "winkler_score", "interval_score"},
    summary = "Interval score: the width of the interval and a fine for every label outside it.",
    formula = "Σ w[(u − l) + 2/α·max(l − y, 0) + 2/α·max(y − u, 0)] / W",
    units = "units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "lower > upper: the row is skipped, n_domain",
      "a score that overflows: +Infinity, counted in n_overflow"
    },
    use =
        "Strictly proper for the pair of quantiles α/2 and 1 − α/2: no interval beats the true one, so"
            + " it ranks models where coverage and width disagree. alpha must be the level that the"
            + " intervals were made for.",
    source = "Gneiting and Raftery 2007, doi:10.1198/016214506000001437, equation 43")
public record MeanIntervalScore(
    @Parameter(
            doc = "the share of labels meant to lie outside: 0.1 for 90 % intervals",
            range = "(0, 1)")
        double alpha)
    implements Metric {

  /** For 90 % intervals. */
  public MeanIntervalScore() {
    this(0.1);
  }

  /** The score of a row. */
  private record IntervalScore(double alpha) implements Term {
    @Override
    public Domain domain() {
      return PredictionIntervals.DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] lower = rows.column(Role.LOWER);
      double[] upper = rows.column(Role.UPPER);
      for (int i = 0; i < rows.size(); i++) {
        double outside = Math.max(0, Math.max(lower[i] - label[i], label[i] - upper[i]));
        out[i] = upper[i] - lower[i] + 2 * outside / alpha;
      }
    }
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(Sum.of(new IntervalScore(alpha)));
  }

  @Override
  public MetricValue value(StateView states) {
    return Sums.mean(states, new IntervalScore(alpha));
  }

  @Override
  public IntervalMethod interval() {
    return MeanInterval.of(new IntervalScore(alpha));
  }
}
