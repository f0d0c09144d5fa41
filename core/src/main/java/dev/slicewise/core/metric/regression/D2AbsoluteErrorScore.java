package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Skill in absolute error; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "d2_absolute_error_score",
    summary = "D² of the absolute error: how much better than predicting the label's median.",
    formula = "1 − Σ w·|e| / Σ w·|y − median of y|",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    exactness =
        "exact up to 4,096 distinct labels and for integers and float32; else bounded, about 1e-3 of the"
            + " distance from 1; the bound is reported",
    edges = {"fewer than 2 rows: undefined", "constant label: undefined", "an overflow: undefined"},
    use =
        "R² that a few large errors cannot decide. Where over half of the labels are 0 the median is 0"
            + " and hard to beat.",
    source = "scikit-learn 1.2 d2_absolute_error_score")
public record D2AbsoluteErrorScore() implements Metric {
  private static final double MEDIAN = 0.5;

  @Override
  public List<Statistic<?>> needs() {
    return QuantileSkill.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    return QuantileSkill.of(states, MEDIAN);
  }
}
