package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Squared correlation of label and prediction; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "squared_pearson",
    aliases = {"squared_pearson_correlation"},
    summary = "Squared Pearson correlation: R² after the best linear recalibration.",
    formula = "cov(y, p)²/(var(y)·var(p))",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label or prediction: undefined",
      "an overflow: undefined"
    },
    use =
        "Its distance from r2_score is what a straight line through the predictions would win back."
            + " Often reported as R², which it is not: it cannot be negative.",
    source = "TFMA squared_pearson_correlation")
public record SquaredPearson() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return Correlation.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return Correlation.of(states, c -> MetricValue.exact(c.squared()));
  }
}
