package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Correlation of label and prediction; the rest stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "pearson_corrcoef",
    aliases = {"pearson", "pearsonr", "correlation"},
    summary = "Pearson correlation of label and prediction.",
    formula = "cov(y, p)/√(var(y)·var(p))",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label or prediction: undefined",
      "an overflow: undefined"
    },
    use =
        "Whether predictions rise with the labels along a line. Blind to bias and scale: 100·y + 7"
            + " scores 1; concordance_corrcoef sees them.",
    source = "scipy 1.10 stats.pearsonr")
public record PearsonCorrcoef() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return Correlation.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return Correlation.of(
        states, c -> MetricValue.exact(c.covariance().signum() * Math.sqrt(c.squared())));
  }
}
