package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;
import java.util.List;

/** Squared error of several models as bias² and variance; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "bias_variance_decomposition",
    aliases = {"bias_variance"},
    summary =
        "Bias and variance: the mean squared error of several models' predictions, and how much of"
            + " it they share.",
    formula =
        "Σ w·[(m̄ − y)² + mean_j (m_j − m̄)²] / W, m_j the predictions in column replicates and m̄"
            + " their mean; details bias_squared and variance",
    units = "squared units of the label",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "fewer than 2 replicates: row skipped, n_domain",
      "sums that overflow: undefined"
    },
    use =
        "Variance falls with more data or averaging, bias does not. The noise of the label is part"
            + " of bias_squared: it cannot be told apart from here.",
    source = "identity: bias² + variance is the mean squared error over replicates")
public record BiasVarianceDecomposition() implements Metric {
  private static final Role REPLICATES = new Role("replicates", Shape.NUMBERS);
  private static final Domain DOMAIN =
      Domain.of(Role.LABEL, REPLICATES).where(ArrayCondition.Length.atLeast(REPLICATES, 2));
  private static final ProductSum BIAS = ProductSum.square(new ReplicateError());
  private static final Sum VARIANCE = Sum.of(new ReplicateVariance());

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value / values.length;
    }
    return sum;
  }

  /** The error of the replicates' mean. */
  record ReplicateError() implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[][] replicates = rows.numbers(REPLICATES);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = mean(replicates[i]) - label[i];
      }
    }
  }

  /** The mean squared distance of the replicates from their mean. */
  record ReplicateVariance() implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[][] replicates = rows.numbers(REPLICATES);
      for (int i = 0; i < rows.size(); i++) {
        double mean = mean(replicates[i]);
        double sum = 0;
        for (double value : replicates[i]) {
          sum += (value - mean) * (value - mean);
        }
        out[i] = sum / replicates[i].length;
      }
    }
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(BIAS, VARIANCE);
  }

  @Override
  public MetricValue value(StateView states) {
    ExactSum bias = states.sum(BIAS);
    ExactSum variance = states.sum(VARIANCE);
    if (bias.overflows() > 0 || variance.overflows() > 0) {
      return MetricValue.undefined("sums overflowed");
    }
    Dyadic weight = states.rows(DOMAIN).exactWeight();
    return MetricValue.exact(bias.toDyadic().plus(variance.toDyadic()).over(weight))
        .with("bias_squared", bias.toDyadic().over(weight))
        .with("variance", variance.toDyadic().over(weight));
  }
}
