package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Agreement of label and prediction; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "concordance_corrcoef",
    aliases = {"ccc", "concordance_correlation_coefficient"},
    summary = "Concordance correlation: how closely the predictions agree with the labels.",
    formula = "2cov(y, p)/(var(y) + var(p) + (ȳ − p̄)²)",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label or prediction: undefined",
      "an overflow: undefined"
    },
    use =
        "The correlation with the line y = p itself: bias and wrong scale both lower it. Like R² it"
            + " rises with the spread of the slice.",
    source = "Lin 1989, doi:10.2307/2532051, with variances over n; torchmetrics 1.4")
public record ConcordanceCorrcoef() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return Correlation.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return Correlation.of(states, ConcordanceCorrcoef::concordance);
  }

  private static MetricValue concordance(Correlation c) {
    Dyadic shift = c.labels().sum().minus(c.predictions().sum());
    Dyadic spread = c.labels().spread().plus(c.predictions().spread()).plus(shift.squared());
    return MetricValue.exact(c.covariance().scaled(1).over(spread));
  }
}
