package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;

/** Share of rows predicted too high; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "over_rate",
    aliases = {"over_prediction_rate"},
    summary = "Share of rows whose prediction is above the label.",
    formula = "Σ w·1{e > 0} / W",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "e = 0 counts on neither side"},
    use =
        "With under_rate, how errors are distributed over the two sides; a model of the median has"
            + " both near ½. It says nothing about the size of the errors.",
    source = "numpy mean of prediction > label")
public record OverRate() implements RateOfRows {
  @Override
  public CellCounts table() {
    return ErrorSides.TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1, 0, 0};
  }
}
