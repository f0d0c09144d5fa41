package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Skill of a quantile forecast; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "d2_pinball_score",
    summary = "D² of the pinball loss: how much better than predicting the label's own quantile.",
    formula = "1 − Σ w·pinball(y, p) / Σ w·pinball(y, quantile of y)",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    exactness =
        "exact up to 4,096 distinct labels and for integers and float32; else bounded, about 1e-3 of the"
            + " distance from 1; the bound is reported",
    edges = {
      "fewer than 2 rows: undefined",
      "constant label: undefined",
      "an overflow: undefined",
      "rows of unequal weight: the quantile is of type 1 instead of type 7"
    },
    use =
        "R² for quantile forecasts, comparable over slices of different scale. Like R² it depends on the"
            + " spread of the slice.",
    source = "scikit-learn 1.2 d2_pinball_score")
public record D2PinballScore(
    @Parameter(doc = "the quantile predicted, a probability", range = "(0, 1)") double alpha)
    implements Metric {

  /** Of the median. */
  public D2PinballScore() {
    this(0.5);
  }

  @Override
  public List<Statistic<?>> needs() {
    return QuantileSkill.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return QuantileSkill.of(states, alpha);
  }
}
