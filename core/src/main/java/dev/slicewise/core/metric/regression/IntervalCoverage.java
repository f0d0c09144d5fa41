package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;

/** Share of labels inside their intervals; the rest stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "interval_coverage",
    aliases = {"picp", "prediction_interval_coverage"},
    summary = "Share of labels inside their prediction interval (columns lower and upper).",
    formula =
        "Σ w·1{lower ≤ y ≤ upper} / W; details below_rate and above_rate say on which side the others"
            + " lie",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "lower > upper: the row is skipped, n_domain",
      "a label on an end is inside"
    },
    use =
        "Should equal the nominal level, neither less nor more, in every slice. Wide intervals cover"
            + " everything: read mean_interval_score, which pays for width.",
    source = "MAPIE 0.8 regression_coverage_score")
public record IntervalCoverage() implements RateOfRows {
  @Override
  public CellCounts table() {
    return PredictionIntervals.SIDES;
  }

  @Override
  public double[] counted() {
    return new double[] {1, 0, 0, 0};
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State sides = states.state(PredictionIntervals.SIDES);
    return RateOfRows.share(sides, counted()) instanceof MetricValue.Scalar inside
            && RateOfRows.share(sides, 0, 1, 0, 0) instanceof MetricValue.Scalar below
            && RateOfRows.share(sides, 0, 0, 1, 0) instanceof MetricValue.Scalar above
        ? inside.with("below_rate", below.value()).with("above_rate", above.value())
        : RateOfRows.share(sides, counted());
  }
}
