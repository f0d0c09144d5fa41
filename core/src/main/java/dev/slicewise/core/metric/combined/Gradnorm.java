package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.List;

/** Σ|G_t − Ḡ·(r_t/r̄)^α|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "gradnorm",
    summary = "GradNorm: how far tasks' gradient norms are from what their progress asks for.",
    formula =
        "Σ_t |G_t − Ḡ·(r_t/r̄)^α|, G_t and r_t the means of the elements of columns grad_norms"
            + " (weighted gradient norms) and loss_ratios (L_t/L_t(0)), bars their means over tasks",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "every ratio 0: undefined",
      "a negative number, or arrays of unequal length: row skipped, n_domain",
      "sums that overflow: undefined"
    },
    use =
        "0 where every task's gradient is as large as its lag in training asks for. It is of means"
            + " over rows, not a mean of rows' values.",
    source = "Chen et al. 2018, arXiv:1711.02257")
public record Gradnorm(
    @Parameter(doc = "how strongly slow tasks are pulled along", range = "[0, 100]") double alpha)
    implements Metric {
  private static final Role NORMS = new Role("grad_norms", Shape.NUMBERS);
  private static final Role RATIOS = new Role("loss_ratios", Shape.NUMBERS);
  private static final Domain DOMAIN =
      Domain.of(NORMS, RATIOS)
          .where(new ArrayCondition.Length(NORMS, 1, ClassNames.MOST))
          .where(ArrayCondition.SameLength.of(NORMS, RATIOS))
          .where(new ArrayCondition.EachAtLeast(NORMS, 0))
          .where(new ArrayCondition.EachAtLeast(RATIOS, 0));

  /** α = 1.5. */
  public Gradnorm() {
    this(1.5);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(
        PositionMeans.sums(DOMAIN, NORMS),
        PositionMeans.sums(DOMAIN, RATIOS),
        PositionMeans.weights(DOMAIN, NORMS),
        PositionMeans.weights(DOMAIN, RATIOS));
  }

  @Override
  public MetricValue value(StateView states) {
    double[] norms = PositionMeans.of(states, DOMAIN, NORMS);
    double[] ratios = PositionMeans.of(states, DOMAIN, RATIOS);
    if (norms == null || ratios == null) {
      return MetricValue.undefined("sums overflowed");
    }
    double meanRatio = mean(ratios);
    if (meanRatio == 0) {
      return MetricValue.undefined("every loss ratio is 0");
    }
    double meanNorm = mean(norms);
    double sum = 0;
    for (int t = 0; t < norms.length; t++) {
      sum += Math.abs(norms[t] - meanNorm * StrictMath.pow(ratios[t] / meanRatio, alpha));
    }
    return MetricValue.finite(sum);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }
}
